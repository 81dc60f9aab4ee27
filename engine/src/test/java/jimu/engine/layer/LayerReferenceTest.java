package jimu.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.verify.Outcome;
import jimu.engine.verify.Outcome.Verdict;
import jimu.engine.verify.ReferenceCase;
import jimu.engine.verify.ReferenceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer of the catalogue, with each kernel set, against what PyTorch computed. */
class LayerReferenceTest {
    /** Two compute nothing, and PyTorch draws other random numbers than we do. */
    private static final Set<String> WITHOUT_NUMBERS = Set.of("Input", "Target", "Dropout", "Dropout2d");

    static Stream<KernelSet> sets() {
        return Backends.all().stream();
    }

    static Set<String> layersWithShapes() throws Exception {
        Set<String> layers = nodes("shapes.json").stream()
                .map(node -> node.path("module").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        layers.retainAll(LayerCatalog.all().stream().map(LayerSchema::type).collect(Collectors.toSet()));
        return layers;
    }

    @ParameterizedTest
    @MethodSource("sets")
    void itsNumbersArePyTorchs(KernelSet set) throws Exception {
        List<KernelSet> sets =
                Stream.concat(Stream.of(set), Backends.reference().stream()).toList();
        Set<String> tried = new TreeSet<>();
        List<Outcome> failures = new ArrayList<>();
        for (String file : List.of("layers.json", "losses.json", "functions.json")) {
            List<JsonNode> nodes = nodes(file);
            List<ReferenceCase> cases = ReferenceFile.read(path(file));
            for (int i = 0; i < cases.size(); i++) {
                Outcome outcome = cases.get(i).verify(sets);
                if (outcome.verdict() == Verdict.PASSED) {
                    JsonNode node = nodes.get(i);
                    tried.add(node.path(node.has("loss") ? "loss" : "module").asText());
                } else if (outcome.verdict() == Verdict.FAILED) {
                    failures.add(outcome);
                }
            }
        }
        assertEquals(List.of(), failures);
        assertEquals(catalogue(), tried);
    }

    @ParameterizedTest
    @MethodSource("layersWithShapes")
    void itsShapesArePyTorchs(String layer) throws Exception {
        List<JsonNode> nodes = nodes("shapes.json");
        List<ReferenceCase> cases = ReferenceFile.read(path("shapes.json"));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (nodes.get(i).path("module").asText().equals(layer)) {
                outcomes.add(cases.get(i).verify(List.of()));
            }
        }
        assertEquals(
                Set.of(Verdict.PASSED), outcomes.stream().map(Outcome::verdict).collect(Collectors.toSet()));
    }

    @Test
    void theCasesAreThoseOfTheSharedFiles() throws Exception {
        assertEquals(98, nodes("layers.json").size());
        assertEquals(32, nodes("losses.json").size());
    }

    private static Set<String> catalogue() {
        return LayerCatalog.all().stream()
                .map(LayerSchema::type)
                .filter(type -> !WITHOUT_NUMBERS.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> nodes(String file) throws Exception {
        List<JsonNode> nodes = new ArrayList<>();
        new ObjectMapper().readTree(Files.readAllBytes(path(file))).forEach(nodes::add);
        return nodes;
    }

    private static Path path(String file) throws Exception {
        return Path.of(Objects.requireNonNull(LayerReferenceTest.class.getResource("/reference/" + file))
                .toURI());
    }
}
