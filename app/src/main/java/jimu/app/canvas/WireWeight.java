package jimu.app.canvas;

/**
 * What the weights are that a wire leads to.
 *
 * @param strength the mean size of the weights, as a share of the largest mean among all wires
 * @param mean their mean, whose sign gives the colour
 */
record WireWeight(double strength, double mean) {}
