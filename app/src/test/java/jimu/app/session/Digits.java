package jimu.app.session;

import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;

/** A network for the sample of written digits. */
public final class Digits {
    /** The sample of pictures of 8 × 8. */
    public static final DataSettings DATA = DataSettings.NONE.withSource(
            SampleData.DIGITS.source(Samples.installed().orElseThrow()));

    private Digits() {}

    /** A picture, one layer, ten classes. */
    public static Document document() {
        return net().document().withData(DATA);
    }

    /** The blocks of {@link #document}, to which others may be added. */
    public static Nets net() {
        return Nets.net()
                .block("image", SampleData.DIGITS.input())
                .block("flat", new Flatten())
                .block("fc", new Linear(Size.AUTO, 10, true))
                .block("loss", new CrossEntropyLoss())
                .block("label", SampleData.DIGITS.target(), 750, 300)
                .chain("image", "flat", "fc", "loss")
                .wire("label", "loss", "target");
    }
}
