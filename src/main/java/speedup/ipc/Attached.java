package speedup.ipc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import speedup.shm.SharedRegion;

/** The shared objects of this process: one instance for each, however often it arrives. */
final class Attached {
  private static final ConcurrentHashMap<String, WeakReference<SharedObject>> BY_PATH =
      new ConcurrentHashMap<>();

  /** Made here and sent: its file has to be there when the other side opens it. */
  private static final Set<SharedObject> SENT = ConcurrentHashMap.newKeySet();

  private Attached() {}

  static void add(String path, SharedObject object) {
    BY_PATH.put(path, new WeakReference<>(object));
  }

  static void remove(String path, SharedObject object) {
    SENT.remove(object);
    forget(path);
  }

  /** Nobody has the object of a path any more, unless another was made for it since. */
  static void forget(String path) {
    BY_PATH.computeIfPresent(
        path, (_, known) -> known.get() == null || known.get().isClosed() ? null : known);
  }

  static void keep(SharedObject object) {
    SENT.add(object);
  }

  static SharedObject get(Handle handle) throws IOException {
    // holds the object that the map holds weakly
    var found = new SharedObject[1];
    try {
      BY_PATH.compute(
          handle.path(),
          (_, known) -> {
            found[0] = known == null ? null : known.get();
            if (found[0] != null && !found[0].isClosed()) {
              return known;
            }
            found[0] = attach(handle);
            return new WeakReference<>(found[0]);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (found[0].kind() != handle.kind()) {
      throw new IOException("it is a " + found[0].kind());
    }
    return found[0];
  }

  private static SharedObject attach(Handle handle) {
    try {
      var kind = handle.kind();
      return kind.over(SharedRegion.attach(handle.file(), handle.size(), kind.code()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
