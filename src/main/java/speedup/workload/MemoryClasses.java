package speedup.workload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Classes whose files are in memory: compiled here, or read from a jar. Worker processes are given
 * the same bytes, which they ask for as for any resource.
 */
final class MemoryClasses extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> files;

  /** Of files by their paths, such as {@code acme/Task.class}. */
  MemoryClasses(Map<String, byte[]> files) {
    super("own code", MemoryClasses.class.getClassLoader());
    this.files = Map.copyOf(files);
  }

  /** Of class files by the names of their classes. */
  static MemoryClasses ofClasses(Map<String, byte[]> classes) {
    var files = new HashMap<String, byte[]>();
    classes.forEach((name, file) -> files.put(path(name), file));
    return new MemoryClasses(files);
  }

  private static String path(String className) {
    return className.replace('.', '/') + ".class";
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var file = files.get(path(name));
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, file, 0, file.length);
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    var file = files.get(path);
    return file == null ? super.getResourceAsStream(path) : new ByteArrayInputStream(file);
  }
}
