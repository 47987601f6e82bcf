package speedup.workload;

/**
 * What one process does in a {@link Flow}: a public record of plain values and shared objects. When
 * it was killed it is run again from the beginning, in another process, and goes on where what is
 * shared says. An interrupt asks it to end.
 */
public interface FlowPart {
  /**
   * Works until there is nothing more to do.
   *
   * @param log is told what it does
   * @return how many items went through it
   * @throws FlowException when the run cannot go on; says why and what to do
   */
  long run(FlowLog log) throws Exception;
}
