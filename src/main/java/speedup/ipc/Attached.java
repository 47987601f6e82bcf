package speedup.ipc;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import speedup.shm.SharedRegion;

/**
 * The shared objects of this process: one instance for each, however often it arrives. Any thread.
 */
final class Attached {
  // all guarded by the class; not concurrent maps, because a condition looks up its lock meanwhile
  private static final Map<String, WeakReference<SharedObject>> BY_PATH = new HashMap<>();

  /** Made here and sent: its file has to be there when the other side opens it. */
  private static final Set<SharedObject> SENT = new HashSet<>();

  private Attached() {}

  static synchronized void add(String path, SharedObject object) {
    BY_PATH.put(path, new WeakReference<>(object));
  }

  /** It was closed. */
  static synchronized void remove(String path, SharedObject object) {
    SENT.remove(object);
    forget(path);
  }

  /** Nobody has the object of a path any more, unless another was made for it since. */
  static synchronized void forget(String path) {
    if (open(path) == null) {
      BY_PATH.remove(path);
    }
  }

  static synchronized void keep(SharedObject object) {
    SENT.add(object);
  }

  private static SharedObject open(String path) {
    var known = BY_PATH.get(path);
    var object = known == null ? null : known.get();
    return object == null || object.isClosed() ? null : object;
  }

  static synchronized SharedObject get(Handle handle) throws IOException {
    var kind = handle.kind();
    var object = open(handle.path());
    if (object == null) {
      object = kind.over(SharedRegion.attach(handle.file(), handle.size(), kind.code()));
      BY_PATH.put(handle.path(), new WeakReference<>(object));
    } else if (object.kind() != kind) {
      throw new IOException("it is a " + object.kind());
    }
    return object;
  }
}
