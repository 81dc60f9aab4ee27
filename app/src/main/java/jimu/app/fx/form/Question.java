package jimu.app.fx.form;

import java.util.List;
import java.util.Optional;
import jimu.engine.layer.Parameter;
import jimu.engine.layer.ParameterKind;

/**
 * What an entry of a form asks for.
 *
 * @param name identifies it within its form
 * @param label what a person reads
 * @param kind of the answer
 * @param min the smallest number allowed; −∞ for none
 * @param max the largest number allowed; ∞ for none
 * @param choices the answers to choose from, for the kind CHOICE
 * @param explanation one sentence
 * @param slide what a slider for it goes over, if it has one
 */
public record Question(
        String name,
        String label,
        ParameterKind kind,
        double min,
        double max,
        List<String> choices,
        String explanation,
        Optional<Slide> slide) {
    public Question {
        choices = List.copyOf(choices);
    }

    /** A question without a slider. */
    public Question(
            String name,
            String label,
            ParameterKind kind,
            double min,
            double max,
            List<String> choices,
            String explanation) {
        this(name, label, kind, min, max, choices, explanation, Optional.empty());
    }

    /** The question for a parameter of a layer or optimiser, under PyTorch's name. */
    public static Question of(Parameter parameter, String explanation) {
        return new Question(
                parameter.name(),
                parameter.name(),
                parameter.kind(),
                parameter.min(),
                parameter.max(),
                parameter.choices(),
                explanation);
    }

    /** The same question under another name, where a form has two parameters of one name. */
    public Question named(String other) {
        return new Question(other, label, kind, min, max, choices, explanation, slide);
    }

    /** The question for a whole number from {@code min} to {@code max}. */
    public static Question integer(String name, String label, double min, double max, String explanation) {
        return new Question(name, label, ParameterKind.INTEGER, min, max, List.of(), explanation);
    }

    /** The question for a number from {@code min} to {@code max} with a slider. */
    public static Question sliding(String name, String label, double min, double max, Slide slide, String explanation) {
        ParameterKind kind = slide.perUnit() == 1 ? ParameterKind.INTEGER : ParameterKind.NUMBER;
        return new Question(name, label, kind, min, max, List.of(), explanation, Optional.of(slide));
    }

    /** The question for one of several words. */
    public static Question choice(String name, String label, List<String> choices, String explanation) {
        return new Question(
                name,
                label,
                ParameterKind.CHOICE,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                choices,
                explanation);
    }
}
