package speedup.shm;

/**
 * Which {@link Waiting} this process can use. The system property {@value #PROPERTY} set to {@code
 * park} forbids sleeping in the kernel.
 */
final class Waitings {
  static final String PROPERTY = "speedup.waiting";
  static final Waiting PARK = new ParkWaiting();

  private static final long FUTEX_CALL =
      switch (System.getProperty("os.arch")) {
        case "amd64", "x86_64" -> 202;
        case "aarch64", "riscv64", "loongarch64" -> 98;
        case "ppc64le" -> 221;
        case "s390x" -> 238;
        default -> -1; // its number is not known
      };

  private static final boolean KERNEL =
      "Linux".equals(System.getProperty("os.name"))
          && FUTEX_CALL >= 0
          && !"park".equals(System.getProperty(PROPERTY))
          // where it is not enabled, the JVM would print a warning at the first call, or refuse it
          && Waitings.class.getModule().isNativeAccessEnabled();

  private Waitings() {}

  /** Whether this process can sleep in the kernel and wake others from there. */
  static boolean canUseKernel() {
    return KERNEL;
  }

  /** Sleeping in the kernel; only where {@link #canUseKernel()}. */
  static Waiting kernel() {
    return Kernel.FUTEX;
  }

  /** Loaded with the first sleep. */
  private static final class Kernel {
    static final Waiting FUTEX = new FutexWaiting(FUTEX_CALL);
  }
}
