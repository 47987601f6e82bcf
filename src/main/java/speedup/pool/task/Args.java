package speedup.pool.task;

/** Several arguments of one call, as {@code starmap} takes them. */
public final class Args {
  private Args() {}

  /** Two arguments. */
  public record Two<A, B>(A first, B second) {}

  /** Three arguments. */
  public record Three<A, B, C>(A first, B second, C third) {}

  /** Two arguments. */
  public static <A, B> Two<A, B> of(A first, B second) {
    return new Two<>(first, second);
  }

  /** Three arguments. */
  public static <A, B, C> Three<A, B, C> of(A first, B second, C third) {
    return new Three<>(first, second, third);
  }
}
