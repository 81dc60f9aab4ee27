package jimu.app.fx;

import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a window test run where a window can open: everywhere but on a Linux without {@code DISPLAY}. */
final class DisplayCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return linux && (display == null || display.isBlank())
                ? ConditionEvaluationResult.disabled(
                        "DISPLAY is not set and xvfb-run is not installed, so no window can open")
                : ConditionEvaluationResult.enabled("a window can open");
    }
}
