package jimu.engine.train.schedule;

import java.util.List;
import java.util.Optional;
import jimu.engine.graph.Choice;
import jimu.engine.layer.Catalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Schema;

/** The one list of all schedules. */
public final class ScheduleCatalog {
    private static final Catalog<Schedule> CATALOG = new Catalog<>(List.of(
            new StepLR(),
            new MultiStepLR(),
            new ExponentialLR(),
            new CosineAnnealingLR(),
            new CosineAnnealingWarmRestarts(),
            new LinearLR(),
            new PolynomialLR(),
            new OneCycleLR(),
            new ReduceLROnPlateau()));

    private ScheduleCatalog() {}

    /** All kinds of schedules. */
    public static List<Schema<Schedule>> all() {
        return CATALOG.all();
    }

    /** The kind of that name, if there is one. */
    public static Optional<Schema<Schedule>> find(String type) {
        return CATALOG.find(type);
    }

    /** The schedule that settings describe. */
    public static Schedule create(Choice choice) throws ParameterException {
        return CATALOG.create(choice.type(), choice.arguments());
    }
}
