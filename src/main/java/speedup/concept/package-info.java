/**
 * The concept lab: one stage for each idea of process-based parallelism, performed by real
 * processes that can be held before each operation. What is to be drawn is data, {@link
 * speedup.concept.StageState}; nothing here knows a window.
 */
package speedup.concept;
