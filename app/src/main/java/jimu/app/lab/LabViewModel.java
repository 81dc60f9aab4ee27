package jimu.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.tensor.IndexForm;
import jimu.app.text.Texts;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.TensorType;
import jimu.engine.verify.Experiment;
import jimu.engine.verify.Experiment.Reading;
import jimu.engine.verify.Experiment.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the Layer Lab offers and shows: one layer, its inputs and parameters, and what comes out. For the JavaFX thread only. */
public final class LabViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LabViewModel.class);
    private static final long SEED = 1;
    private static final long SMALL = 20_000_000;
    private static final long CHEAP = 5_000_000_000L;

    private final List<KernelSet> sets;
    private final Latest latest;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<LayerSchema> layers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LayerSchema> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ObservableList<FormEntry> inputs = FXCollections.observableArrayList();
    private final ObservableList<FormEntry> parameters = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LabResult> result =
            new ReadOnlyObjectWrapper<>(this, "result", LabResult.wrong(""));
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", Optional.empty());
    private final IndexForm index = new IndexForm();
    private LabForm form;

    /** What an experiment came to. */
    private record Outcome(LabResult result, Map<String, Integer> automaticSizes) {}

    /** A lab that begins with the first worked case and computes through these kernels. */
    public LabViewModel(Background background, List<KernelSet> sets) {
        this.sets = List.copyOf(sets);
        latest = new Latest(background);
        query.addListener((value, old, now) -> find(now));
        find("");
        Preset first = Preset.all().get(0);
        form = new LabForm(LayerCatalog.find(first.type()).orElseThrow().defaults(), first.inputs(), this::compute);
        show(first);
    }

    StringProperty queryProperty() {
        return query;
    }

    /** The layers that answer the query, in the palette's order. */
    ObservableList<LayerSchema> layers() {
        return layers;
    }

    /** The category of a layer in words. */
    static String category(LayerSchema schema) {
        return Messages.text("category." + schema.category());
    }

    /** One line on a layer. */
    static String about(LayerSchema schema) {
        return Messages.text("layer." + schema.type());
    }

    ReadOnlyObjectProperty<LayerSchema> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ObservableList<FormEntry> inputs() {
        return inputs;
    }

    ObservableList<FormEntry> parameters() {
        return parameters;
    }

    ReadOnlyObjectProperty<LabResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The tensor that is looked at. */
    ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The place of the slice in the table. */
    IndexForm index() {
        return index;
    }

    /** Tries another kind of layer with its defaults. */
    void choose(LayerSchema schema) {
        if (!schema.equals(chosen.get())) {
            show(schema.defaults(), Beginning.of(schema.defaults()));
        }
    }

    /** Tries a layer with inputs of these types. */
    public void show(Layer layer, List<TensorType> types) {
        chosen.set(LayerCatalog.of(layer));
        form = new LabForm(layer, types, this::compute);
        inputs.setAll(form.inputs());
        parameters.setAll(form.parameters());
        compute();
    }

    /** Tries a worked case. */
    void show(Preset preset) {
        try {
            Layer layer = LayerCatalog.find(preset.type()).orElseThrow().create(preset.parameters());
            show(layer, preset.inputs());
        } catch (ParameterException e) {
            throw new IllegalStateException("A worked case must be right", e);
        }
    }

    /** The layer that is tried. */
    public Layer layer() {
        return form.layer();
    }

    /** The types of its inputs; none while they cannot be told. */
    public List<TensorType> types() {
        return form.types();
    }

    /** Looks at another tensor of the run. */
    void look(Reading tensor) {
        index.show(tensor.type().shape());
        reading.set(Optional.of(tensor));
    }

    /** A tensor's name in words. */
    static String name(Reading tensor) {
        return Texts.of("cli.lab.role." + tensor.role().name().toLowerCase(Locale.ROOT), tensor.name(), tensor.type());
    }

    private void find(String wanted) {
        String words = wanted.strip().toLowerCase(Locale.ROOT);
        List<LayerSchema> found = new ArrayList<>();
        for (LayerSchema schema : LayerCatalog.all()) {
            String key = "layer." + schema.type() + ".search";
            String text = schema.type() + " " + category(schema) + " " + (Messages.has(key) ? Messages.text(key) : "");
            if (!(schema.defaults() instanceof Source)
                    && text.toLowerCase(Locale.ROOT).contains(words)) {
                found.add(schema);
            }
        }
        layers.setAll(found);
    }

    private void compute() {
        LabForm asked = form;
        Layer layer = asked.layer();
        List<TensorType> types = asked.types();
        latest.run(() -> compute(layer, types), outcome -> finish(asked, outcome), this::fail);
    }

    private Outcome compute(Layer layer, List<TensorType> types) {
        Optional<Experiment> experiment = types.isEmpty() ? Optional.empty() : Experiment.of(layer, types);
        if (experiment.isEmpty()) {
            return new Outcome(LabResult.wrong(Texts.of("lab.samples.none")), Map.of());
        }
        Experiment one = experiment.get();
        boolean runs = one.known().isPresent() && one.elements() <= SMALL && one.multiplyAdds() <= CHEAP;
        List<Reading> readings = runs ? one.run(SEED, sets) : List.of();
        return new Outcome(
                LabResult.of(one, readings),
                one.known().map(Known::automaticSizes).orElse(Map.of()));
    }

    private void finish(LabForm asked, Outcome outcome) {
        asked.follow(outcome.automaticSizes());
        List<Reading> readings = outcome.result().readings();
        Optional<Reading> before = reading.get();
        Optional<Reading> like = readings.stream()
                .filter(one -> before.isPresent()
                        && one.role() == before.get().role()
                        && one.name().equals(before.get().name()))
                .findFirst();
        Optional<Reading> output =
                readings.stream().filter(one -> one.role() == Role.OUTPUT).findFirst();
        result.set(outcome.result());
        like.or(() -> output).ifPresentOrElse(this::look, () -> reading.set(Optional.empty()));
    }

    private void fail(Exception failure) {
        LOG.warn("The experiment failed", failure);
        result.set(LabResult.wrong(String.valueOf(failure.getMessage())));
        reading.set(Optional.empty());
    }
}
