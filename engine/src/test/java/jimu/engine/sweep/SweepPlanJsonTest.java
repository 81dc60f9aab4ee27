package jimu.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.sweep.Values.Listed;
import org.junit.jupiter.api.Test;

class SweepPlanJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void aPlanIsReadAsItWasWritten() throws Exception {
        Map<String, Values> knobs = new LinkedHashMap<>();
        knobs.put("conv1.kernel_size", new Listed(List.of(List.of(3L, 5L), 5L)));
        knobs.put("lr", ValuesText.parse("lr", "log:1e-4..1e-1"));
        knobs.put("drop.p", ValuesText.parse("drop.p", "0..0.5:0.1"));
        knobs.put("fc.bias", new Listed(List.of(true, false)));
        SweepPlan plan = SweepPlan.random(knobs, 20, 42)
                .withLimits(new Limits(OptionalInt.of(15), Optional.of(Duration.ofMillis(90_500))))
                .withRule(Optional.of(new MedianRule(3, 4)));
        assertEquals(
                plan,
                SweepPlanJson.read(MAPPER.readTree(SweepPlanJson.write(plan).toString())));
        SweepPlan grid = SweepPlan.grid(knobs);
        assertEquals(
                grid,
                SweepPlanJson.read(MAPPER.readTree(SweepPlanJson.write(grid).toString())));
    }

    @Test
    void itIsReadableWithoutJimu() throws Exception {
        Map<String, Values> knobs = new LinkedHashMap<>();
        knobs.put("fc1.out_features", ValuesText.parse("p", "4,8"));
        knobs.put("lr", ValuesText.parse("lr", "log:1e-4..0.1:5"));
        assertEquals(
                "{\"knobs\":{\"fc1.out_features\":[4,8],\"lr\":\"log:0.0001..0.1:5\"},\"search\":\"grid\"}",
                SweepPlanJson.write(SweepPlan.grid(knobs)).toString());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(
                SweepException.class,
                () -> SweepPlanJson.read(
                        MAPPER.readTree("{\"knobs\":{\"lr\":[1]},\"search\":\"random\",\"count\":0}")));
    }
}
