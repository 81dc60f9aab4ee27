package jimu.app.chart;

/** What the shared axis counts. */
public enum XAxis {
    STEPS,
    EPOCHS,
    SECONDS;

    Axis.Form form() {
        return switch (this) {
            case STEPS -> Axis.Form.COUNT;
            case EPOCHS -> Axis.Form.NUMBER;
            case SECONDS -> Axis.Form.TIME;
        };
    }
}
