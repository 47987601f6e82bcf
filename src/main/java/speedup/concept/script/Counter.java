package speedup.concept.script;

/** A variable as any class may have one. */
public final class Counter {
  /** One for each process. */
  public static volatile int number;

  private Counter() {}
}
