package jimu.engine.imports.onnx;

import java.util.HashMap;
import java.util.Map;

/** The one table of ONNX's operators and how each is read. */
final class Rules {
    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
        Elementwise.operators().forEach(operator -> RULES.put(operator, Elementwise::read));
        RULES.put("Equal", Elementwise::read);
        RULES.put("Sum", Arithmetic::merged);
        RULES.put("Mean", Arithmetic::merged);
        RULES.put("Gemm", Linears::gemm);
        RULES.put("MatMul", Linears::matmul);
        RULES.put("Conv", Convolutions::convolution);
        RULES.put("ConvTranspose", Convolutions::transposed);
        RULES.put("Pad", Convolutions::pad);
        RULES.put("MaxPool", Pools::max);
        RULES.put("AveragePool", Pools::average);
        RULES.put("GlobalAveragePool", Pools::globalAverage);
        RULES.put("GlobalMaxPool", Pools::globalMax);
        RULES.put("BatchNormalization", Normalizations::batch);
        RULES.put("InstanceNormalization", Normalizations::instance);
        RULES.put("LayerNormalization", Normalizations::layer);
        RULES.put("GroupNormalization", Normalizations::group);
        RULES.put("Softmax", Others::softmax);
        RULES.put("LogSoftmax", Others::softmax);
        RULES.put("PRelu", Others::slopes);
        RULES.put("ReduceMean", Others::reduce);
        RULES.put("ReduceSum", Others::reduce);
        RULES.put("Resize", Others::resize);
        RULES.put("Upsample", Others::resize);
        RULES.put("RNN", Recurrences::read);
        RULES.put("LSTM", Recurrences::read);
        RULES.put("GRU", Recurrences::read);
        RULES.put("Shape", Shapes::shape);
        RULES.put("Reshape", Shapes::reshape);
        RULES.put("Flatten", Shapes::flatten);
        RULES.put("Squeeze", Shapes::squeeze);
        RULES.put("Unsqueeze", Shapes::unsqueeze);
        RULES.put("Transpose", Shapes::transpose);
        RULES.put("Cast", Shapes::cast);
        RULES.put("ConstantOfShape", Shapes::constantOfShape);
        RULES.put("Expand", Shapes::expand);
        RULES.put("Concat", Parts::concat);
        RULES.put("Gather", Parts::gather);
        RULES.put("Slice", Parts::slice);
        RULES.put("Split", Parts::split);
    }

    private Rules() {}

    /** Reads a node of one kind. */
    interface Rule {
        void read(OnnxNode node, Importing importing) throws Refusal;
    }

    /** Whether there is a rule for the operator. */
    static boolean has(String operator) {
        return RULES.containsKey(operator);
    }

    /** Reads a node. Throws Refusal if it cannot become blocks. */
    static void read(OnnxNode node, Importing importing) throws Refusal {
        Rule rule = RULES.get(node.operator());
        if (rule == null) {
            throw Refusal.of("operator", node);
        }
        rule.read(node, importing);
    }
}
