package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jimu.engine.graph.Block;

/** What a file's names of nodes and weights say of the module that a block was a part of. */
final class NodeNames {
    private static final Pattern WEIGHT =
            Pattern.compile("(.*)\\.(weight|bias|weight_[ih]h_l\\d+|running_mean|in_proj_weight|pe)");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)_\\d+");
    private static final int DEEPEST = 12;

    private NodeNames() {}

    /**
     * The module, from the outermost inwards, by the node's name, or where that says less, by the names of its weights. The last
     * word is that of the layer itself, unless the module does without one; empty if the names say nothing.
     */
    static List<String> path(OnnxNode node, List<String> weights) {
        List<String> scope = scope(node);
        for (String weight : weights) {
            Matcher matcher = WEIGHT.matcher(weight);
            if (matcher.matches() && !matcher.group(1).contains("::")) {
                List<String> words = words(matcher.group(1));
                boolean further = words.size() >= scope.size()
                        && words.subList(0, scope.size()).equals(scope);
                return further ? words : scope;
            }
        }
        return scope;
    }

    /**
     * The module by the node alone: what newer versions of PyTorch write beside its name, or the name. The older ones' names are paths with the operator at the end, in which a module begins with
     * what is around it: {@code /layer1/layer1.0/relu/Relu}.
     */
    static List<String> scope(OnnxNode node) {
        String name = node.name();
        if (!node.module().isEmpty()) {
            return words(node.module());
        }
        if (!name.contains("/")) {
            return name.contains(".") ? words(bare(name, "\\.", node.operator())) : List.of();
        }
        List<String> scope = new ArrayList<>();
        String around = "";
        for (String part : bare(name, "/", node.operator()).split("/", -1)) {
            scope.addAll(words(
                    !around.isEmpty() && part.startsWith(around + ".") ? part.substring(around.length() + 1) : part));
            around = part;
        }
        return List.copyOf(limited(scope));
    }

    /** The node's name where it is no path and no operator's, nor made of one as PyTorch's newer names are; else empty. */
    static String plain(OnnxNode node) {
        boolean path = node.name().contains("/")
                || node.name().contains(".")
                || node.name().startsWith("node_");
        return path || isOperator(node.name(), node.operator()) ? "" : identifier(node.name());
    }

    /** A name without its last part if that is an operator's. */
    private static String bare(String name, String separator, String operator) {
        String[] parts = name.split(separator, -1);
        String last = parts[parts.length - 1];
        return isOperator(last, operator) ? name.substring(0, Math.max(0, name.length() - last.length() - 1)) : name;
    }

    private static List<String> words(String path) {
        return limited(Stream.of(path.split("\\.", -1))
                .filter(word -> !identifier(word).isEmpty())
                .toList());
    }

    private static List<String> limited(List<String> words) {
        if (words.size() <= DEEPEST) {
            return words;
        }
        List<String> shorter = new ArrayList<>(words.subList(0, DEEPEST - 1));
        shorter.add(String.join("_", words.subList(DEEPEST - 1, words.size())));
        return shorter;
    }

    private static boolean isOperator(String word, String operator) {
        Matcher numbered = NUMBERED.matcher(word);
        String bare = numbered.matches() ? numbered.group(1) : word;
        return bare.toLowerCase(Locale.ROOT).equals(operator.toLowerCase(Locale.ROOT)) || Rules.has(bare);
    }

    /** The text with what no identifier may hold turned into underscores. */
    static String identifier(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
        return plain.isEmpty() || Block.isIdentifier(plain) ? plain : "_" + plain;
    }
}
