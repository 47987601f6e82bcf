package speedup.ipc;

/**
 * One round of the figures of what two processes share, as {@code src/bench/compare.sh ipc} sets
 * them beside CPython's. All are taken with both processes warm.
 */
public final class IpcBenchmark {
  private IpcBenchmark() {}

  /** Prints all figures. */
  public static void main(String[] args) throws Exception {
    try (var partner = new Partner()) {
      QueueFigures.print(partner);
      PipeFigures.print(partner);
      LockFigures.print(partner);
      ValueFigures.print(partner);
      SignalFigures.print(partner);
      ManagerFigures.print();
    }
  }
}
