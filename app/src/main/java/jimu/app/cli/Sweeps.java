package jimu.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import jimu.app.session.RunPlaces;
import jimu.app.session.Samples;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.Document;
import jimu.engine.infer.Finding;
import jimu.engine.io.FileException;
import jimu.engine.runtime.Backends;
import jimu.engine.runtime.KernelSet;
import jimu.engine.sweep.Limits;
import jimu.engine.sweep.MedianRule;
import jimu.engine.sweep.Search;
import jimu.engine.sweep.Space;
import jimu.engine.sweep.Sweep;
import jimu.engine.sweep.SweepException;
import jimu.engine.sweep.SweepFolder;
import jimu.engine.sweep.SweepOptions;
import jimu.engine.sweep.SweepPlan;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.Values;
import jimu.engine.sweep.ValuesText;
import jimu.engine.train.ExitGuard;
import jimu.engine.train.Readiness;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains variants of a document one after another, and compares what came of them. */
@Command(name = "sweep")
public final class Sweeps implements Callable<Integer> {
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final long SEED = 1;

    private final Terminal terminal;
    private final String version;

    @Parameters(paramLabel = "FILE", descriptionKey = "document")
    private Path file;

    @Option(names = "--set", paramLabel = "NAME=VALUES")
    private List<String> settings = List.of();

    @Option(names = "--random", paramLabel = "N", converter = Count.class)
    private @Nullable Integer random;

    @Option(names = "--seed", paramLabel = "S", converter = Seed.class)
    private @Nullable Long seed;

    @Option(names = "--max-runs", paramLabel = "N", converter = Count.class)
    private @Nullable Integer maxRuns;

    @Option(names = "--max-time", paramLabel = "TIME", converter = Span.class)
    private @Nullable Duration maxTime;

    @Option(names = "--stop-hopeless")
    private boolean stopHopeless;

    @Option(names = "--limit", paramLabel = "K", converter = Count.class)
    private @Nullable Integer limit;

    @Option(names = "--backend", paramLabel = "NAME", defaultValue = "auto")
    private String backend = "auto";

    @Option(names = "--resume", paramLabel = "DIR")
    private @Nullable Path resume;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Writes to {@code terminal}; {@code version} of Jimu is noted with each run. */
    public Sweeps(Terminal terminal, String version) {
        this.terminal = terminal;
        this.version = version;
    }

    @Override
    public Integer call() throws FileException, DataException, SweepException, CommandException, InterruptedException {
        List<KernelSet> sets = Backends.named(backend)
                .orElseThrow(() -> CommandException.of("train.backend", backend, String.join(", ", Backends.NAMES)));
        Sweep sweep = resume == null ? begin(sets) : goOn(sets, resume);
        ExitGuard guard = sweep.stopAtExit();
        try {
            PrintWriter out = spec.commandLine().getOut();
            SweepReport report = json ? new SweepJson(out) : new SweepText(out, terminal.choose('─', '-'));
            report.began(sweep);
            follow(sweep, report);
            report.ended(sweep);
        } finally {
            guard.close();
        }
        if (sweep.failure().isPresent()) {
            throw CommandException.saying(sweep.failure().get());
        }
        return ExitCode.OK;
    }

    private Sweep begin(List<KernelSet> sets) throws FileException, DataException, SweepException, CommandException {
        Model model = Model.open(file);
        Document document = model.document();
        SweepPlan plan = plan();
        Space.of(document, plan);
        List<Finding> obstacles = Readiness.check(model.inference());
        if (!obstacles.isEmpty()) {
            throw CommandException.saying(obstacles.get(0).advice());
        }
        Path runs = RunPlaces.of(Optional.of(file.toAbsolutePath()), model.name(), Samples.installed());
        OptionalInt samples = limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
        return Sweep.start(
                document,
                DataLoader.load(document.data()),
                plan,
                new SweepOptions(sets, samples, SweepFolder.next(runs), version));
    }

    private Sweep goOn(List<KernelSet> sets, Path folder) throws FileException, DataException, SweepException {
        SweepFolder left = new SweepFolder(folder);
        SweepFolder.Kept kept = left.read();
        return Sweep.resume(
                DataLoader.load(kept.document().data()), new SweepOptions(sets, kept.limit(), left, version));
    }

    private SweepPlan plan() throws SweepException, CommandException {
        Map<String, Values> knobs = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw CommandException.of("sweep.set", setting);
            }
            String name = setting.substring(0, equals).strip();
            if (knobs.put(name, ValuesText.parse(name, setting.substring(equals + 1))) != null) {
                throw CommandException.of("sweep.twice", name);
            }
        }
        if (knobs.isEmpty()) {
            throw CommandException.of("sweep.nothing");
        }
        Search search =
                random == null ? new Search.Grid() : new Search.RandomSearch(random, seed == null ? SEED : seed);
        Limits limits = new Limits(
                maxRuns == null ? OptionalInt.empty() : OptionalInt.of(maxRuns), Optional.ofNullable(maxTime));
        return new SweepPlan(knobs, search, limits, stopHopeless ? Optional.of(MedianRule.USUAL) : Optional.empty());
    }

    /** Tells {@code report} of each variant that is over, in order. */
    private static void follow(Sweep sweep, SweepReport report) throws InterruptedException {
        int told = 0;
        boolean over = false;
        while (!over) {
            over = sweep.await(PERIOD);
            List<SweepResult> results = sweep.results();
            while (told < results.size() && results.get(told).state().over()) {
                report.over(results.get(told));
                told++;
            }
        }
    }
}
