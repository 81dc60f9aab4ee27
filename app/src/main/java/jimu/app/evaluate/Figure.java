package jimu.app.evaluate;

/**
 * A figure with its name, for people.
 *
 * @param name what it is
 * @param value the number
 */
record Figure(String name, String value) {}
