package jimu.app.cli;

import jimu.app.text.Texts;

/** Says in one sentence why a command cannot do what it was asked to do. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    private CommandException(String sentence) {
        super(sentence);
    }

    /** The sentence {@code cli.KEY} of the texts. */
    static CommandException of(String key, Object... arguments) {
        return new CommandException(Texts.of("cli." + key, arguments));
    }

    /** A finished sentence. */
    static CommandException saying(String sentence) {
        return new CommandException(sentence);
    }
}
