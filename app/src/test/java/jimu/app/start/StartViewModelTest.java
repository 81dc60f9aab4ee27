package jimu.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jimu.app.fx.Background;
import jimu.app.session.RecentFiles;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartViewModelTest {
    private static final Path SAMPLES = Path.of(System.getProperty("jimu.samples", "../samples"))
            .toAbsolutePath()
            .normalize();

    private final Preferences memory = Preferences.userRoot().node("jimu-test/start");
    private final List<Document> opened = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final StartViewModel start =
            new StartViewModel(new RecentFiles(memory), SAMPLES, actions(), Background.onCurrentThread());

    private StartViewModel.Actions actions() {
        return new StartViewModel.Actions() {
            @Override
            public void create(Document document, String name) {
                opened.add(document);
                names.add(name);
            }

            @Override
            public void open() {
                names.add("open");
            }

            @Override
            public void open(Path file) {
                names.add(file.toString());
            }

            @Override
            public void tryLayers() {
                names.add("lab");
            }
        };
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void leNetIsATemplateThatFitsAndCanTrain() {
        Template lenet = start.templatesProperty().get().stream()
                .filter(template -> template.name().equals("lenet-mnist"))
                .findFirst()
                .orElseThrow();
        assertEquals("LeNet on MNIST", lenet.title().get());
        Inference inference = ShapeInference.infer(lenet.document());
        assertEquals(List.of(), inference.findings());
        assertEquals(61706, inference.totals().parameters());
        assertTrue(Files.isDirectory(
                Path.of(lenet.document().data().source().orElseThrow().path())));
        start.open(lenet);
        assertEquals(List.of("lenet-mnist"), names);
        assertEquals(List.of(lenet.document()), opened);
    }

    @Test
    void toyProblemsComeInTheirOrderWithTheirPoints() {
        List<Template> toys = start.templatesProperty().get().stream()
                .filter(template -> template.points().isPresent())
                .toList();
        assertEquals(
                List.of("circle", "xor", "gaussians", "moons", "spiral", "plane", "waves"),
                toys.stream().map(Template::name).toList());
    }

    @Test
    void withoutSamplesOnlyWhatNeedsNoneIsOffered(@TempDir Path nothing) {
        StartViewModel bare =
                new StartViewModel(new RecentFiles(memory), nothing, actions(), Background.onCurrentThread());
        assertTrue(bare.bareProperty().get());
        assertEquals(List.of(StartData.SPIRAL, StartData.NONE), bare.offered());
        assertEquals(StartData.SPIRAL, bare.dataProperty().get());
        assertFalse(start.bareProperty().get());
        assertEquals(List.of(StartData.values()), start.offered());
    }

    @Test
    void aNewModelWithoutDataIsEmpty() {
        start.dataProperty().set(StartData.NONE);
        start.newModel();
        assertEquals(List.of(Document.EMPTY), opened);
    }

    @ParameterizedTest
    @EnumSource(value = StartData.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aNewModelWithDataHasBlocksThatTheDataFit(StartData data) throws DataException {
        start.dataProperty().set(data);
        start.newModel();
        Document document = opened.get(0);
        LoadedData loaded = DataLoader.load(document.data());
        assertEquals(2, document.graph().blocks().size());
        document.graph().blocks().forEach(block -> {
            Source source = (Source) ((Content.Of) block.content()).layer();
            assertTrue(loaded.fields().stream()
                    .anyMatch(field -> field.name().equals(source.field())
                            && field.type().dtype() == source.dtype()
                            && field.type().shape().equals(source.sampleShape())));
        });
    }
}
