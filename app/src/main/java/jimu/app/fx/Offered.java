package jimu.app.fx;

/**
 * Something that one click does, and that can be looked at before.
 *
 * @param text what it does
 * @param outcome what comes of it, in a few words; empty if that goes without saying
 * @param preview shows what it would do
 * @param end shows things as they are again
 * @param take does it
 */
public record Offered(String text, String outcome, Runnable preview, Runnable end, Runnable take) {}
