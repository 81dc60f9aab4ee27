package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jimu.engine.imports.onnx.Blocks.Home;

/** A module of a file's network: the modules that it consists of, by name, and the blocks of its own. */
final class ModuleTree {
    private static final Pattern CALL = Pattern.compile("(.+)[_@]\\d+");

    private final Map<String, ModuleTree> modules = new LinkedHashMap<>();
    private final List<String> blocks = new ArrayList<>();
    private boolean weighted;
    private boolean calledAgain;

    private ModuleTree() {}

    /**
     * The network's modules. One that is nothing but another module falls together with that, and so does the network.
     *
     * @param homes what the file says of each block, in the file's order
     * @param present the blocks that there are
     * @param scoped whether the file says of each operator in which module it stands; else what has no weights, and so says nothing,
     *     belongs to the innermost module that what comes before it and what comes after it have in common
     */
    static ModuleTree of(Map<String, Home> homes, Set<String> present, boolean scoped) {
        ModuleTree root = new ModuleTree();
        Map<String, Home> there = new LinkedHashMap<>(homes);
        there.keySet().retainAll(present);
        List<List<String>> paths = there.values().stream().map(Home::path).toList();
        Iterator<List<String>> all = (scoped ? paths : filled(paths)).iterator();
        there.forEach((id, home) -> {
            ModuleTree module = root;
            for (String word : all.next()) {
                module = module.modules.computeIfAbsent(word, name -> new ModuleTree());
                module.weighted |= home.weighted();
            }
            module.blocks.add(id);
        });
        root.findCalls();
        root.simplify();
        if (root.isOne() && root.only().size() > 1) {
            root.become(root.only());
        }
        return root;
    }

    private static List<List<String>> filled(List<List<String>> paths) {
        List<List<String>> following = new ArrayList<>(paths);
        for (int i = paths.size() - 2; i >= 0; i--) {
            if (following.get(i).isEmpty()) {
                following.set(i, following.get(i + 1));
            }
        }
        List<List<String>> filled = new ArrayList<>();
        List<String> before = List.of();
        for (int i = 0; i < paths.size(); i++) {
            List<String> path = paths.get(i);
            filled.add(path.isEmpty() ? common(before, following.get(i)) : path);
            before = path.isEmpty() ? before : path;
        }
        return filled;
    }

    /** The innermost module that has both as parts. */
    private static List<String> common(List<String> one, List<String> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) - 1
                && one.get(length).equals(other.get(length))) {
            length++;
        }
        return one.subList(0, length);
    }

    /** PyTorch numbers the second and further calls of a module: {@code attn_1} is one of {@code attn}, if it brings no weights. */
    private void findCalls() {
        modules.forEach((name, module) -> {
            Matcher numbered = CALL.matcher(name);
            ModuleTree first = numbered.matches() ? modules.get(numbered.group(1)) : null;
            if (first != null && !module.weighted) {
                first.setCalledAgain();
                module.setCalledAgain();
            }
        });
        modules.values().forEach(ModuleTree::findCalls);
    }

    private void setCalledAgain() {
        calledAgain = true;
        modules.values().forEach(ModuleTree::setCalledAgain);
    }

    private void simplify() {
        for (ModuleTree module : modules.values()) {
            module.simplify();
            if (module.isOne()) {
                module.become(module.only());
            }
        }
    }

    private boolean isOne() {
        return blocks.isEmpty() && modules.size() == 1;
    }

    private ModuleTree only() {
        return modules.values().iterator().next();
    }

    private void become(ModuleTree other) {
        calledAgain |= other.calledAgain;
        modules.clear();
        modules.putAll(other.modules);
        blocks.addAll(other.blocks);
    }

    /** The modules that it consists of, by name. */
    Map<String, ModuleTree> modules() {
        return modules;
    }

    /** The blocks that are in none of these modules. */
    List<String> blocks() {
        return blocks;
    }

    /** Whether it, or what it is a part of, is called more than once, so that it has no one place. */
    boolean isCalledAgain() {
        return calledAgain;
    }

    /** How many blocks are in it altogether. */
    int size() {
        return blocks.size()
                + modules.values().stream().mapToInt(ModuleTree::size).sum();
    }
}
