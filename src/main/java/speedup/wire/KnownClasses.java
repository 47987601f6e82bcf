package speedup.wire;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * Classes that were admitted and found lately, by the bytes of their names: looking a class up
 * costs more than rebuilding a small record. Any thread; entries are only hints, and hold no class
 * back from being unloaded.
 */
final class KnownClasses {
  private static final int PLACES = 256; // a power of two

  private record Known(
      byte[] name,
      ClassFilter filter,
      WeakReference<ClassLoader> loader,
      WeakReference<Class<?>> type) {}

  // without a lock: an entry is immutable, and one that is lost is found again
  private static final Known[] KNOWN = new Known[PLACES];

  private KnownClasses() {}

  /**
   * The class of a name that lies in a buffer.
   *
   * @return null when it was not {@link #remember}ed for this filter and loader, or is forgotten
   */
  static Class<?> find(byte[] bytes, int from, int to, ClassFilter filter, ClassLoader loader) {
    var known = KNOWN[place(bytes, from, to)];
    return known != null
            && known.filter == filter
            && known.loader.refersTo(loader)
            && Arrays.equals(known.name, 0, known.name.length, bytes, from, to)
        ? known.type.get()
        : null;
  }

  static void remember(byte[] name, ClassFilter filter, ClassLoader loader, Class<?> type) {
    KNOWN[place(name, 0, name.length)] =
        new Known(name, filter, new WeakReference<>(loader), new WeakReference<>(type));
  }

  /** Of its length and its last bytes, where names differ. */
  private static int place(byte[] bytes, int from, int to) {
    var hash = to - from;
    for (var i = Math.max(from, to - 8); i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 8) & (PLACES - 1);
  }
}
