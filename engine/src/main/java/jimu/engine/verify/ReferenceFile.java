package jimu.engine.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.ScheduleCatalog;

/**
 * The cases of one reference file: a JSON list of layers, losses, optimisers, schedules, networks or shapes as PyTorch computed
 * them.
 *
 * <p>A tensor is {@code {"shape": […], "data": […]}}, row-major; integers are written as integers.
 */
public final class ReferenceFile {
    private static final long LIMIT = 1L << 28;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReferenceFile() {}

    /** Reads all cases of a file. */
    public static List<ReferenceCase> read(Path file) throws ReferenceException {
        JsonNode root = parse(file);
        if (!root.isArray()) {
            throw new ReferenceException("verify.list", file);
        }
        List<ReferenceCase> cases = new ArrayList<>();
        for (JsonNode node : root) {
            cases.add(read(new CaseFields(file, cases.size() + 1, node)));
        }
        return cases;
    }

    /** The layers, optimisers and schedules that cases can be about, by PyTorch's names. */
    public static Set<String> supported() {
        Set<String> names = new LinkedHashSet<>();
        LayerCatalog.all().forEach(schema -> names.add(schema.type()));
        OptimizerCatalog.all().forEach(schema -> names.add(schema.type()));
        ScheduleCatalog.all().forEach(schema -> names.add(schema.type()));
        return names;
    }

    private static ReferenceCase read(CaseFields fields) throws ReferenceException {
        if (fields.has("loss") && fields.has("value")) {
            return LossCase.of(fields);
        } else if (fields.has("blocks")) {
            return NetworkCase.of(fields);
        } else if (fields.has("optimizer")) {
            return OptimizerCase.of(fields);
        } else if (fields.has("schedule")) {
            return ScheduleCase.of(fields);
        } else if (fields.has("module") && fields.has("input")) {
            return ShapeCase.of(fields);
        } else if (fields.has("module")) {
            return LayerCase.of(fields);
        }
        throw new ReferenceException("verify.kind", fields.file(), fields.number());
    }

    private static JsonNode parse(Path file) throws ReferenceException {
        try {
            if (Files.size(file) > LIMIT) {
                throw new ReferenceException("verify.large", file, LIMIT >> 20);
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new ReferenceException("verify.json", file);
        } catch (NoSuchFileException e) {
            throw new ReferenceException("io.missing", file);
        } catch (IOException e) {
            throw new ReferenceException("io.unreadable", file, String.valueOf(e.getMessage()));
        }
    }
}
