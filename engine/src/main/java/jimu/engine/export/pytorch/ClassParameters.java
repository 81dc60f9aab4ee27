package jimu.engine.export.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.export.pytorch.ModuleBody.Registration;
import jimu.engine.export.pytorch.ModuleCall.Argument;

/**
 * The parameters of a class's {@code __init__}: what its uses do not have in common. Arguments that change alike from use to use are
 * one parameter.
 *
 * @param values the value in each use, by the parameter
 * @param arguments what stands for each argument of the class's body: its value or a parameter
 */
record ClassParameters(Map<String, List<String>> values, List<String> arguments) {
    /** The parameters of a class with these bodies, one for each use, which have one outline. */
    static ClassParameters of(List<ModuleBody> uses) {
        List<Argument> arguments = uses.get(0).arguments();
        List<String> owners = owners(uses.get(0));
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            int place = i;
            columns.add(
                    uses.stream().map(use -> use.arguments().get(place).value()).toList());
        }
        Map<List<String>, String> names = new LinkedHashMap<>();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<String> column = columns.get(i);
            if (Set.copyOf(column).size() == 1) {
                written.add(column.get(0));
                continue;
            }
            String plain = arguments.get(i).name();
            String owner = owners.get(i);
            written.add(names.computeIfAbsent(
                    column, key -> names.containsValue(plain) ? fresh(owner + "_" + plain, names) : plain));
        }
        Map<String, List<String>> values = names.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a, LinkedHashMap::new));
        return new ClassParameters(values, written);
    }

    /** The parameters in the order in which the class needs them. */
    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** What a use gives for a parameter. */
    String value(String parameter, int use) {
        return values.getOrDefault(parameter, List.of()).get(use);
    }

    private static String fresh(String name, Map<List<String>, String> names) {
        String free = name;
        while (names.containsValue(free)) {
            free += "_";
        }
        return free;
    }

    /** For each argument the attribute that it is for, without {@code self.}. */
    private static List<String> owners(ModuleBody body) {
        List<String> owners = new ArrayList<>();
        for (Registration registration : body.registrations()) {
            String owner = registration
                    .attribute()
                    .replaceFirst("^self\\.", "")
                    .replaceAll("[^A-Za-z0-9]+", "_")
                    .replaceAll("_+$", "");
            registration.calls().forEach(call -> call.given().forEach(argument -> owners.add(owner)));
        }
        return owners;
    }
}
