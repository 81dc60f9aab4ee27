package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jimu.app.session.Samples;
import jimu.engine.io.DocumentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewTest {
    @TempDir
    private Path folder;

    @Test
    void aTemplateBecomesADocumentWithTheSameNetwork() throws Exception {
        Path file = folder.resolve("mine.jimu");
        assertEquals(Said.lines(0, "Wrote " + file), Said.to("new", "lenet-mnist", "-o", file));
        Path template = Samples.installed().orElseThrow().model("lenet-mnist");
        assertEquals(
                List.copyOf(DocumentFile.open(template).graph().blocks()),
                List.copyOf(DocumentFile.open(file).graph().blocks()));
        assertEquals(
                DocumentFile.open(template).data().source().toString().replaceAll(".*datasets", ""),
                DocumentFile.open(file).data().source().toString().replaceAll(".*datasets", ""));
    }

    @Test
    void aFileIsWrittenOverOnlyWithForce() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.jimu"), "mine");
        assertEquals(
                Said.refusal("\"" + file + "\" exists; choose another name with -o, or write over it with --force."),
                Said.to("new", "lenet-mnist", "-o", file));
        assertEquals("mine", Files.readString(file));
        assertEquals(0, Said.to("new", "lenet-mnist", "-o", file, "--force").exit());
        assertTrue(Files.readString(file).contains("\"format\""));
    }

    @Test
    void withoutANameTheTemplatesAreListed() {
        assertTrue(
                Said.to("new").outLines().stream()
                        .anyMatch(line -> line.matches("lenet-mnist +Two convolutions and three .*")),
                Said.to("new").out());
    }

    @Test
    void anUnknownTemplateIsRefusedWithThoseThatExist() {
        Said said = Said.to("new", "resnet-900");
        assertEquals(2, said.exit());
        assertTrue(said.err().startsWith("There is no template \"resnet-900\"; there are "), said.err());
        assertTrue(said.err().contains("lenet-mnist"), said.err());
    }
}
