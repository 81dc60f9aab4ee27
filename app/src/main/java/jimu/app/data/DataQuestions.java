package jimu.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.text.Texts;
import jimu.engine.data.csv.CsvColumn;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.DataSource.CsvFile;
import jimu.engine.graph.DataSource.Gaps;
import jimu.engine.graph.DataSource.Series;
import jimu.engine.graph.PictureSettings;
import jimu.engine.graph.PictureSettings.Colours;
import jimu.engine.graph.Sampling;
import jimu.engine.graph.TargetKind;
import jimu.engine.shape.IntPair;

/** All that can be settled about data, in the order in which it is asked. */
final class DataQuestions {
    private static final String VALIDATION_SET = "validation_set";
    private static final double PERCENT = 100;
    private static final int MOST = 90;
    private static final int LONGEST = 100_000;

    private DataQuestions() {}

    /** The settings that apply, for a file of these columns so far as they are known. */
    static List<DataSetting> of(DataSettings settings, List<CsvColumn> columns) {
        List<DataSetting> all = new ArrayList<>();
        all.addAll(ToyQuestions.all());
        all.addAll(ofFiles(settings, columns));
        all.addAll(ofSeries());
        all.addAll(ofPictures());
        all.addAll(ofParts(settings));
        return all.stream().filter(one -> one.applies().test(settings)).toList();
    }

    private static List<DataSetting> ofFiles(DataSettings now, List<CsvColumn> columns) {
        List<String> targets = columns.stream()
                .filter(column -> column.numeric() || series(now).isEmpty())
                .map(CsvColumn::name)
                .toList();
        return List.of(
                DataSetting.choice(
                        "kind",
                        DataKind.class,
                        settings -> isFile(settings) && !columns.isEmpty(),
                        settings -> DataKind.of(settings.source().orElseThrow()),
                        (settings, kind) -> kind.of(settings, settings.source().orElseThrow(), columns)),
                DataSetting.words(
                        "target",
                        targets.isEmpty() ? List.of(target(now)) : targets,
                        DataQuestions::isFile,
                        DataQuestions::target,
                        (settings, target) -> table(settings)
                                .map(csv -> (DataSource) csv.withTarget(target))
                                .or(() -> series(settings).map(old -> old.withTarget(target)))
                                .map(settings::withSource)
                                .orElse(settings)),
                DataSetting.choice(
                        "meaning",
                        TargetKind.class,
                        settings -> table(settings).isPresent(),
                        settings -> table(settings).orElseThrow().kind(),
                        (settings, kind) -> settings.withSource(
                                        table(settings).orElseThrow().withKind(kind))
                                .withSampling(kind == TargetKind.CLASS ? settings.sampling() : Sampling.SINGLE)),
                DataSetting.size(
                        "picture",
                        settings -> columnsArePicture(settings).isPresent(),
                        settings -> columnsArePicture(settings).orElseThrow(),
                        (settings, size) -> settings.withSource(
                                table(settings).orElseThrow().withPicture(Optional.of(size)))));
    }

    private static List<DataSetting> ofSeries() {
        return List.of(
                DataSetting.integer(
                        "window",
                        1,
                        LONGEST,
                        settings -> series(settings).isPresent(),
                        settings -> (long) series(settings).orElseThrow().window(),
                        (settings, window) -> windows(
                                settings, old -> old.withWindows(window.intValue(), old.horizon(), old.stride()))),
                DataSetting.integer(
                        "horizon",
                        1,
                        LONGEST,
                        settings -> series(settings).isPresent(),
                        settings -> (long) series(settings).orElseThrow().horizon(),
                        (settings, horizon) -> windows(
                                settings, old -> old.withWindows(old.window(), horizon.intValue(), old.stride()))),
                DataSetting.integer(
                        "stride",
                        1,
                        LONGEST,
                        settings -> series(settings).isPresent(),
                        settings -> (long) series(settings).orElseThrow().stride(),
                        (settings, stride) -> windows(
                                settings, old -> old.withWindows(old.window(), old.horizon(), stride.intValue()))),
                DataSetting.choice(
                        "gaps",
                        Gaps.class,
                        settings -> series(settings).isPresent(),
                        settings -> series(settings).orElseThrow().gaps(),
                        (settings, gaps) -> windows(settings, old -> old.withGaps(gaps))));
    }

    private static List<DataSetting> ofPictures() {
        return List.of(
                DataSetting.choice(
                        "sampling",
                        Sampling.class,
                        DataQuestions::hasClasses,
                        DataSettings::sampling,
                        DataSettings::withSampling),
                DataSetting.newSize(
                        "size",
                        DataQuestions::hasPictures,
                        settings -> settings.pictures().size(),
                        (settings, size) -> settings.withPictures(
                                new PictureSettings(size, settings.pictures().colours()))),
                DataSetting.choice(
                        "colours",
                        Colours.class,
                        DataQuestions::hasPictures,
                        settings -> settings.pictures().colours(),
                        (settings, colours) -> settings.withPictures(
                                new PictureSettings(settings.pictures().size(), colours))));
    }

    /** Either a share of the training part or a file; what else can be chosen is asked for in a dialog. */
    private static DataSetting validationSet(DataSettings now) {
        String share = Texts.of("data.validation_set.share");
        List<String> words = new ArrayList<>(List.of(share));
        now.validationPath().map(DataQuestions::fileName).ifPresent(words::add);
        words.add(Texts.of("data.validation_set.other"));
        return DataSetting.words(
                VALIDATION_SET,
                words,
                settings -> !ToyQuestions.apply(settings),
                settings ->
                        settings.validationPath().map(DataQuestions::fileName).orElse(share),
                (settings, word) -> word.equals(share) ? settings.withValidationPath(Optional.empty()) : settings);
    }

    /** Whether an answer is that another validation set is to be chosen. */
    static boolean asksForFile(String name, Object plain) {
        return name.equals(VALIDATION_SET) && plain.equals(Texts.of("data.validation_set.other"));
    }

    private static String fileName(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }

    private static List<DataSetting> ofParts(DataSettings now) {
        return List.of(
                DataSetting.flag("standardize", DataSettings::standardize, DataSettings::withStandardize),
                validationSet(now),
                DataSetting.integer(
                        "validation",
                        0,
                        MOST,
                        settings -> settings.validationPath().isEmpty() || ToyQuestions.apply(settings),
                        settings -> Math.round(settings.validationFraction() * PERCENT),
                        (settings, share) -> settings.withFractions(share / PERCENT, settings.testFraction())),
                DataSetting.integer(
                        "test",
                        0,
                        MOST,
                        settings -> isFile(settings) || ToyQuestions.apply(settings),
                        settings -> Math.round(settings.testFraction() * PERCENT),
                        (settings, share) -> settings.withFractions(settings.validationFraction(), share / PERCENT)),
                DataSetting.most(
                        "max_samples",
                        settings -> !ToyQuestions.apply(settings),
                        DataSettings::maxSamples,
                        DataSettings::withMaxSamples),
                DataSetting.integer(
                        "seed",
                        0,
                        Integer.MAX_VALUE,
                        settings -> series(settings).isEmpty()
                                || settings.maxSamples().isPresent(),
                        DataSettings::seed,
                        DataSettings::withSeed));
    }

    private static DataSettings windows(DataSettings settings, java.util.function.UnaryOperator<Series> change) {
        return settings.withSource(change.apply(series(settings).orElseThrow()));
    }

    private static boolean isFile(DataSettings settings) {
        return table(settings).isPresent() || series(settings).isPresent();
    }

    private static boolean hasClasses(DataSettings settings) {
        return series(settings).isEmpty()
                && !ToyQuestions.apply(settings)
                && table(settings).map(csv -> csv.kind() == TargetKind.CLASS).orElse(true);
    }

    private static boolean hasPictures(DataSettings settings) {
        return settings.source().orElse(null) instanceof DataSource.IdxFolder
                || columnsArePicture(settings).isPresent();
    }

    private static Optional<IntPair> columnsArePicture(DataSettings settings) {
        return table(settings).flatMap(CsvFile::picture);
    }

    private static String target(DataSettings settings) {
        return table(settings)
                .map(CsvFile::target)
                .or(() -> series(settings).map(Series::target))
                .orElse("");
    }

    private static Optional<CsvFile> table(DataSettings settings) {
        return settings.source().filter(CsvFile.class::isInstance).map(CsvFile.class::cast);
    }

    private static Optional<Series> series(DataSettings settings) {
        return settings.source().filter(Series.class::isInstance).map(Series.class::cast);
    }
}
