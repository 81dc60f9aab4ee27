package jimu.engine.export.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jimu.engine.AlexNet;
import jimu.engine.Net;
import jimu.engine.data.Preprocessing;
import jimu.engine.export.ExportException;
import jimu.engine.export.ExportedNetwork;
import jimu.engine.export.GroupExportCases;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import org.junit.jupiter.api.Test;

/** How the classes of groups read; that they compute what they should is PyTorchRunTest's matter. */
class GroupSourceTest {
    @Test
    void theTutorialsAlexNetIsTheSourceThatAPersonWouldWrite() throws Exception {
        try (InputStream expected =
                GroupSourceTest.class.getResourceAsStream("/jimu/engine/export/alexnet_classes.py.txt")) {
            assertEquals(
                    new String(expected.readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""),
                    classes(AlexNet.inGroups(), "AlexNet") + "\n");
        }
    }

    @Test
    void aSizeInWhichUsesDifferIsAParameterAlsoOfTheGroupAround() {
        String source = classes("group_sizes");
        assertEquals("""
                class Unit(nn.Module):
                    def __init__(self, in_channels):
                        super().__init__()
                        self.conv = nn.Conv2d(in_channels, 6, kernel_size=3, padding="same")
                        self.bn = nn.BatchNorm2d(6)
                        self.relu = nn.ReLU()

                    def forward(self, x):
                        x = self.conv(x)  # N × 6 × 6 × 5
                        x = self.bn(x)  # N × 6 × 6 × 5
                        x = self.relu(x)  # N × 6 × 6 × 5
                        return x
                """, group(source, "Unit"));
        assertEquals("""
                class Stage(nn.Module):
                    def __init__(self, in_channels):
                        super().__init__()
                        self.unit = Unit(in_channels)
                        self.conv = nn.Conv2d(6, 4, kernel_size=3, padding="same")
                        self.last = Unit(4)

                    def forward(self, x):
                        x = self.unit(x)  # N × 6 × 6 × 5
                        x = self.conv(x)  # N × 4 × 6 × 5
                        x = self.last(x)  # N × 6 × 6 × 5
                        return x
                """, group(source, "Stage"));
        assertTrue(source.contains("self.stage1 = Stage(3)\n        self.stage2 = Stage(6)\n"), source);
    }

    @Test
    void sizesThatDifferInAnotherWayAreParametersOfTheirOwn() {
        Net side = new Net()
                .add("left", Net.layer("Linear", Map.of("out_features", 2)))
                .add("right", Net.layer("Linear", Map.of("out_features", 2)))
                .add("sum", Net.layer("Add", Map.of()), "left", "right");
        Net net = GroupExportCases.twoInputs(side)
                .link("a", "one", "left")
                .link("b", "one", "right")
                .link("one.sum", "two", "left")
                .link("b", "two", "right")
                .link("b", "three", "left")
                .link("two.sum", "three", "right");
        String source = classes(net, "net");
        assertTrue(source.contains("def __init__(self, in_features, right_in_features):"), source);
        assertTrue(source.contains("self.left = nn.Linear(in_features, 2)"), source);
        assertTrue(source.contains("self.right = nn.Linear(right_in_features, 2)"), source);
        assertTrue(source.contains("self.three = Side(in_features=5, right_in_features=2)"), source);
    }

    @Test
    void copiesWithOneInputAndOneOutputAreASequential() {
        String source = classes("group_copies");
        assertTrue(source.contains("self.steps = nn.Sequential(Step(4), *(Step(8) for _ in range(4)))"), source);
        assertTrue(source.contains("self.pairs = nn.Sequential(Pair(8), Pair(7))"), source);
        assertEquals(List.of("Step", "Pair", "GroupCopies"), names(source));
    }

    @Test
    void copiesWithSeveralPortsAreCalledInALoop() {
        String source = classes("group_ports");
        assertEquals("""
                class Cross(nn.Module):
                    def __init__(self):
                        super().__init__()
                        self.fc1 = nn.Linear(4, 4)
                        self.fc2 = nn.Linear(4, 4)
                        self.gate = nn.ReLU()

                    def forward(self, left, right):
                        fc1 = self.fc1(left)  # N × 4
                        fc2 = self.fc2(right)  # N × 4
                        x = self.gate(left)  # N × 4
                        sum = fc1 + fc2 + x  # N × 4
                        return sum, fc2
                """, group(source, "Cross"));
        assertTrue(source.contains("""
                once, once_other = self.once(a, b)  # N × 4, N × 4
                x, often_other = once, once_other
                for each in self.often:
                    x, often_other = each(x, often_other)  # N × 4, N × 4
                end = often_other + x  # N × 4
                """.indent(8)), source);
    }

    @Test
    void copiesThatReadMoreThanTheOneBeforeGivesAreCalledOneByOne() {
        String source = classes("group_ports_uneven");
        assertTrue(source.contains("self.often = nn.ModuleList(Cross() for _ in range(3))"), source);
        assertTrue(source.contains("x = self.often[1](x, x)"), source);
    }

    @Test
    void usesThatDifferInMoreThanSizesAreOfSeveralClasses() {
        assertEquals(List.of("Reader", "Reader2", "GroupState"), names(classes("group_state")));
        assertEquals(List.of("Two", "Two2", "GroupPartlyUsed"), names(classes("group_partly_used")));
    }

    @Test
    void noClassHasANameThatSomethingElseHas() {
        String source = classes("group_names");
        assertEquals(
                List.of(
                        "LinearBlock",
                        "PathBlock",
                        "NoneBlock",
                        "Group",
                        "Group2",
                        "MyStep",
                        "MyStep2",
                        "GroupNames2",
                        "Group3Layers",
                        "ModuleBlock",
                        "GroupNames"),
                names(source));
        assertTrue(source.contains("class Group(nn.Module):\n    \"\"\"数字\"\"\"\n"), source);
    }

    @Test
    void aGroupThatCannotBeCalledAsOneIsPartOfWhatIsAround() {
        assertEquals(List.of("GroupEntangled"), names(classes("group_entangled")));
        String source = classes("group_with_input");
        assertEquals(List.of("Tail", "GroupWithInput"), names(source));
        assertTrue(source.contains("self.source[\"tail\"] = Tail()"), source);
        assertFalse(source.contains("class Source"), source);
    }

    private static List<String> names(String source) {
        return Pattern.compile("(?m)^class (\\w+)")
                .matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String group(String source, String name) {
        String from = source.substring(source.indexOf("class " + name + "("));
        return from.substring(0, from.indexOf("\n\n\n") + 1);
    }

    private static String classes(String name) {
        return classes(Objects.requireNonNull(GroupExportCases.nets().get(name)), name);
    }

    /** The classes of an export; the weights have shapes but no values. */
    private static String classes(Net net, String name) {
        Inference inference = net.infer();
        Map<String, Weight> weights = new LinkedHashMap<>();
        inference
                .graph()
                .blocks()
                .values()
                .forEach(block -> inference
                        .known(block.path())
                        .ifPresent(known -> known.parameters()
                                .forEach(spec -> weights.put(
                                        block.weightsPath() + "." + spec.name(),
                                        new Weight(spec.shape(), new float[0], spec.kind())))));
        try {
            ExportedNetwork network = ExportedNetwork.of(inference, new WeightSnapshot(weights));
            String className = PythonNames.className(name, Set.of());
            ModuleClass module = new ModuleClass(network, className, Set.of());
            String source = new PythonFile(
                            network, module, Preprocessing.NONE, Optional.empty(), className, "weights.safetensors")
                    .text();
            return source.substring(source.indexOf("\nclass ") + 1, source.indexOf("\n\n\ndef load_weights"));
        } catch (ExportException e) {
            throw new IllegalStateException(e);
        }
    }
}
