package jimu.engine.imports.onnx;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jimu.engine.graph.Block;

/** What a block is to be called after what the file calls its node or weights. */
final class NodeNames {
    private static final Pattern WEIGHT =
            Pattern.compile("(.*)\\.(weight|bias|weight_[ih]h_l\\d+|running_mean|in_proj_weight|pe)");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)_\\d+");

    private NodeNames() {}

    /** The name, in words that Python takes; empty if the file has none that says anything. */
    static String of(OnnxNode node, List<String> weights) {
        for (String weight : weights) {
            Matcher matcher = WEIGHT.matcher(weight);
            if (matcher.matches() && !matcher.group(1).contains("::")) {
                return identifier(matcher.group(1));
            }
        }
        return identifier(scope(node));
    }

    /** PyTorch's names are paths of modules with the operator at the end: {@code /layer1/layer1.0/relu/Relu}. */
    private static String scope(OnnxNode node) {
        String[] parts = node.name().split("/", -1);
        int end = parts.length;
        if (end > 1 && isOperator(parts[end - 1], node.operator())) {
            end--;
        }
        if (end == 0 || isOperator(parts[end - 1], node.operator())) {
            return "";
        }
        String last = parts[end - 1];
        boolean inModule = end > 1 && !parts[end - 2].isEmpty() && !last.startsWith(parts[end - 2]);
        return inModule ? parts[end - 2] + "_" + last : last;
    }

    private static boolean isOperator(String word, String operator) {
        Matcher numbered = NUMBERED.matcher(word);
        String bare = numbered.matches() ? numbered.group(1) : word;
        return bare.toLowerCase(Locale.ROOT).equals(operator.toLowerCase(Locale.ROOT));
    }

    /** The text with what no identifier may hold turned into underscores. */
    static String identifier(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
        return plain.isEmpty() || Block.isIdentifier(plain) ? plain : "_" + plain;
    }
}
