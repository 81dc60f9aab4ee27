package jimu.app.cli;

import java.nio.file.Path;
import jimu.engine.data.DataException;
import jimu.engine.data.PictureLook;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.image.Fitting;
import jimu.engine.data.image.PictureFile;
import jimu.engine.data.image.Pixels;
import jimu.engine.graph.FlatBlock;
import jimu.engine.layer.Source;
import jimu.engine.shape.DType;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.train.Predictor.Array;
import picocli.CommandLine.Option;

/** How a file with a picture becomes the one sample of an input. */
final class PictureInput {
    @Option(names = "--invert")
    private boolean inverted;

    @Option(names = "--centre")
    private boolean centred;

    /** The picture in the raw numbers that {@code preprocessing} expects, as large as the input. */
    Array read(FlatBlock block, Path file, Preprocessing preprocessing) throws DataException, CommandException {
        Source source = (Source) block.layer();
        TensorShape sample = source.sampleShape();
        long channels = sample.rank() == 3 ? sample.sizes()[0] : 0;
        if ((channels != 1 && channels != 3) || source.dtype() != DType.FLOAT32) {
            throw CommandException.of("predict.picture", file, block.path(), sample.insert(0, Dim.N));
        }
        PictureLook look = PictureLook.unseen(preprocessing, source.field());
        Fitting fitting = new Fitting(
                (int) channels,
                (int) sample.sizes()[1],
                (int) sample.sizes()[2],
                inverted,
                centred ? look.figure() : 0);
        Pixels picture = fitting.of(PictureFile.read(file));
        return new Array(sample.insert(0, Dim.of(1)), look.raw(picture));
    }
}
