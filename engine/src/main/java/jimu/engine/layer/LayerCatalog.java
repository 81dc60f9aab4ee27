package jimu.engine.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.activation.Affine;
import jimu.engine.layer.activation.ELU;
import jimu.engine.layer.activation.GELU;
import jimu.engine.layer.activation.Hardsigmoid;
import jimu.engine.layer.activation.Hardswish;
import jimu.engine.layer.activation.LeakyReLU;
import jimu.engine.layer.activation.LogSigmoid;
import jimu.engine.layer.activation.LogSoftmax;
import jimu.engine.layer.activation.Mish;
import jimu.engine.layer.activation.PReLU;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.ReLU6;
import jimu.engine.layer.activation.SELU;
import jimu.engine.layer.activation.SiLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.activation.Sin;
import jimu.engine.layer.activation.Softmax;
import jimu.engine.layer.activation.Softplus;
import jimu.engine.layer.activation.Softsign;
import jimu.engine.layer.activation.Tanh;
import jimu.engine.layer.attention.MultiheadAttention;
import jimu.engine.layer.attention.PositionalEncoding;
import jimu.engine.layer.attention.TransformerEncoderLayer;
import jimu.engine.layer.conv.Conv1d;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.conv.ConvTranspose2d;
import jimu.engine.layer.conv.Upsample;
import jimu.engine.layer.conv.ZeroPad2d;
import jimu.engine.layer.core.Embedding;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Identity;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Mean;
import jimu.engine.layer.core.Narrow;
import jimu.engine.layer.core.Permute;
import jimu.engine.layer.core.Reshape;
import jimu.engine.layer.core.Select;
import jimu.engine.layer.core.Sum;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.core.Unflatten;
import jimu.engine.layer.loss.BCELoss;
import jimu.engine.layer.loss.BCEWithLogitsLoss;
import jimu.engine.layer.loss.ContrastiveLoss;
import jimu.engine.layer.loss.CosineEmbeddingLoss;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.HuberLoss;
import jimu.engine.layer.loss.KLDivLoss;
import jimu.engine.layer.loss.L1Loss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.layer.loss.NLLLoss;
import jimu.engine.layer.loss.SmoothL1Loss;
import jimu.engine.layer.loss.TripletMarginLoss;
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.merge.Average;
import jimu.engine.layer.merge.Concat;
import jimu.engine.layer.merge.MatMul;
import jimu.engine.layer.merge.Maximum;
import jimu.engine.layer.merge.Multiply;
import jimu.engine.layer.merge.Subtract;
import jimu.engine.layer.norm.BatchNorm1d;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.layer.norm.Dropout2d;
import jimu.engine.layer.norm.GroupNorm;
import jimu.engine.layer.norm.InstanceNorm2d;
import jimu.engine.layer.norm.LayerNorm;
import jimu.engine.layer.pool.AdaptiveAvgPool2d;
import jimu.engine.layer.pool.AdaptiveMaxPool2d;
import jimu.engine.layer.pool.AvgPool1d;
import jimu.engine.layer.pool.AvgPool2d;
import jimu.engine.layer.pool.MaxPool1d;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.layer.recurrent.GRU;
import jimu.engine.layer.recurrent.LSTM;
import jimu.engine.layer.recurrent.RNN;

/** The one list of all layers, in the order of the palette. */
public final class LayerCatalog {
    private static final Map<String, LayerSchema> SCHEMAS = schemas(
            new Input(),
            new Target(),
            new Linear(),
            new Flatten(),
            new Unflatten(),
            new Reshape(),
            new Permute(),
            new Select(),
            new Narrow(),
            new Mean(),
            new Sum(),
            new Identity(),
            new Embedding(),
            new Conv1d(),
            new Conv2d(),
            new ConvTranspose2d(),
            new ZeroPad2d(),
            new Upsample(),
            new MaxPool1d(),
            new MaxPool2d(),
            new RNN(),
            new LSTM(),
            new GRU(),
            new AvgPool1d(),
            new AvgPool2d(),
            new AdaptiveAvgPool2d(),
            new AdaptiveMaxPool2d(),
            new BatchNorm1d(),
            new BatchNorm2d(),
            new LayerNorm(),
            new GroupNorm(),
            new InstanceNorm2d(),
            new Dropout(),
            new Dropout2d(),
            new ReLU(),
            new LeakyReLU(),
            new PReLU(),
            new ELU(),
            new SELU(),
            new GELU(),
            new SiLU(),
            new Mish(),
            new Softplus(),
            new Softsign(),
            new Sin(),
            new Affine(),
            new Hardswish(),
            new Hardsigmoid(),
            new ReLU6(),
            new Sigmoid(),
            new LogSigmoid(),
            new Tanh(),
            new Softmax(),
            new LogSoftmax(),
            new Add(),
            new Subtract(),
            new Multiply(),
            new Average(),
            new Maximum(),
            new Concat(),
            new MatMul(),
            new MultiheadAttention(),
            new TransformerEncoderLayer(),
            new PositionalEncoding(),
            new CrossEntropyLoss(),
            new MSELoss(),
            new L1Loss(),
            new HuberLoss(),
            new SmoothL1Loss(),
            new BCEWithLogitsLoss(),
            new BCELoss(),
            new NLLLoss(),
            new KLDivLoss(),
            new ContrastiveLoss(),
            new TripletMarginLoss(),
            new CosineEmbeddingLoss());

    private LayerCatalog() {}

    /** All kinds of layers. */
    public static List<LayerSchema> all() {
        return List.copyOf(SCHEMAS.values());
    }

    /** The kind of that name, if there is one. */
    public static Optional<LayerSchema> find(String type) {
        return Optional.ofNullable(SCHEMAS.get(type));
    }

    /** The kind of a layer. */
    public static LayerSchema of(Layer layer) {
        return find(layer.type())
                .orElseThrow(() -> new IllegalStateException(layer.type() + " is missing from the catalogue"));
    }

    private static Map<String, LayerSchema> schemas(Layer... layers) {
        Map<String, LayerSchema> schemas = new LinkedHashMap<>();
        for (Layer layer : layers) {
            schemas.put(layer.type(), new LayerSchema(layer));
        }
        return schemas;
    }
}
