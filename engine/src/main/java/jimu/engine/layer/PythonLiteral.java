package jimu.engine.layer;

import java.util.List;
import java.util.stream.Collectors;

/** Values as Python source writes them. */
public final class PythonLiteral {
    private PythonLiteral() {}

    /** A parameter's plain form: {@code True}, {@code 1e-5}, {@code "same"}, {@code (3, 5)}, {@code (2,)}; what is automatic is None. */
    public static String of(Object plain) {
        if (plain instanceof Boolean flag) {
            return flag ? "True" : "False";
        } else if (plain instanceof Double number) {
            return number == 0 ? "0.0" : shortened(number.toString());
        } else if (plain instanceof Float number) {
            return shortened(number.toString());
        } else if (plain instanceof Number) {
            return plain.toString();
        } else if (plain instanceof List<?> several) {
            String inner = several.stream().map(PythonLiteral::of).collect(Collectors.joining(", "));
            return several.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
        }
        if (plain.equals("auto")) {
            return "None";
        }
        String text = plain.toString();
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String shortened(String number) {
        return number.replace(".0E", "E").replace('E', 'e');
    }
}
