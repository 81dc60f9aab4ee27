package jimu.engine.runtime;

/**
 * What one operation of a bound plan takes of the machine's memory, in bytes. Values that are not needed at the same time lie in
 * the same place, so that all operations together take less than these add up to.
 *
 * @param values its results as they lie, padding included; 0 for a reshape, which only sees its operand otherwise
 * @param gradients the gradients of these results
 * @param scratch what it needs besides and no other operation had asked for before: copies of weights, and room to work
 */
public record OperationMemory(long values, long gradients, long scratch) {}
