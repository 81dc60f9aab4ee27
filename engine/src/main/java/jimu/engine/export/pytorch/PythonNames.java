package jimu.engine.export.pytorch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.PyTorch.Definition;

/** Names of Python variables, classes and attributes: legal, and none with two meanings. */
final class PythonNames {
    private static final Set<String> KEYWORDS = Set.of(
            ("False None True and as assert async await break class continue def del elif else except finally for from global"
                            + " if import in is lambda nonlocal not or pass raise return try while with yield")
                    .split(" "));

    /** What {@code forward} and the classes of layers speak of. */
    private static final Set<String> SPOKEN = Set.of("self", "torch", "nn", "F", "math");

    /** Names that the written file itself uses where inputs or the class are mentioned. */
    private static final Set<String> USED = Set.of(
            ("self torch nn F math json struct Path WEIGHTS model output outputs offset scale print tuple prepare load_model load_weights"
                            + " train batches validation epochs criterion optimizer scheduler loss total count"
                            + " read_safetensors")
                    .split(" "));

    /** What nn.Module and nn.ModuleDict have themselves, up to PyTorch 2.9. */
    private static final Set<String> ATTRIBUTES = Set.of(
            ("T_destination add_module apply bfloat16 buffers call_super_init children clear compile cpu cuda double"
                            + " dump_patches eval extra_repr float forward get_buffer get_extra_state get_parameter"
                            + " get_submodule half ipu items keys load_state_dict modules mtia named_buffers"
                            + " named_children named_modules named_parameters parameters pop register_backward_hook"
                            + " register_buffer register_forward_hook register_forward_pre_hook"
                            + " register_full_backward_hook register_full_backward_pre_hook"
                            + " register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module"
                            + " register_parameter register_state_dict_post_hook register_state_dict_pre_hook"
                            + " requires_grad_ set_extra_state set_submodule share_memory state_dict to to_empty train"
                            + " training type update values xpu zero_grad")
                    .split(" "));

    /** Classes that a reader would take for PyTorch's own, besides those of layers. */
    private static final Set<String> PYTORCH =
            Set.of("Module ModuleDict ModuleList Parameter Sequential Tensor".split(" "));

    private final Set<String> variables = new HashSet<>();
    private final Set<String> paths = new HashSet<>();
    private final Map<String, String> modules = new HashMap<>();

    /** Names for blocks at these paths. */
    PythonNames(Collection<String> paths) {
        paths.forEach(path -> {
            for (int end = path.length(); end >= 0; end = path.lastIndexOf('.', end - 1)) {
                this.paths.add(path.substring(0, end));
            }
        });
    }

    /** An input's name, made of its block's path: with underscores for dots, and different from all before. */
    String input(String path) {
        return fresh(path, USED);
    }

    /** The name of a value within {@code forward}. */
    String variable(String path) {
        return fresh(path, SPOKEN);
    }

    private String fresh(String path, Set<String> used) {
        String name = path.replaceAll("[^A-Za-z0-9_]", "_");
        while (KEYWORDS.contains(name) || used.contains(name) || !variables.add(name)) {
            name += "_";
        }
        return name;
    }

    /** The path under which a block's module is registered: its own unless PyTorch uses one of the names in it. */
    String module(String path) {
        String known = modules.get(path);
        if (known != null) {
            return known;
        }
        int dot = path.lastIndexOf('.');
        String container = dot < 0 ? "" : module(path.substring(0, dot)) + ".";
        String name = path.substring(dot + 1);
        if (KEYWORDS.contains(name) || ATTRIBUTES.contains(name) || name.startsWith("_")) {
            String parent = path.substring(0, dot + 1);
            name = name.replaceFirst("^_+", "") + "_";
            while (paths.contains(parent + name) || modules.containsValue(container + name)) {
                name += "_";
            }
        }
        modules.put(path, container + name);
        return container + name;
    }

    /** The name of a model's class, made of a file's name or a title: {@code lenet-mnist} becomes {@code LenetMnist}. */
    static String className(String title, Collection<String> taken) {
        String name = camelCase(title);
        String fitted = isLegal(name) ? name : "Model" + name;
        boolean clashes = KEYWORDS.contains(fitted) || USED.contains(fitted) || taken.contains(fitted);
        return clashes ? fitted + "Model" : fitted;
    }

    /** The name of a group's class: like none of {@code taken}, and like nothing that {@code nn} has. */
    static String groupName(String title, Collection<String> taken) {
        String name = camelCase(title);
        String fitted = isLegal(name) ? name : "Group" + name;
        boolean known = PYTORCH.contains(fitted) || LayerCatalog.find(fitted).isPresent();
        String stem = known || KEYWORDS.contains(fitted) || USED.contains(fitted) ? fitted + "Block" : fitted;
        String free = stem;
        for (int number = 2; taken.contains(free); number++) {
            free = stem + number;
        }
        return free;
    }

    /** The names of classes that are written into a file. */
    static Set<String> classes(Collection<Definition> definitions) {
        return definitions.stream()
                .map(definition -> definition.source().replaceFirst("(?s)^class (\\w+).*", "$1"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words of a title as one. */
    static String camelCase(String title) {
        StringBuilder name = new StringBuilder();
        for (String word : title.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private static boolean isLegal(String name) {
        return !name.isEmpty() && Character.isLetter(name.charAt(0));
    }
}
