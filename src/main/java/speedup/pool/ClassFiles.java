package speedup.pool;

import java.io.IOException;
import java.util.List;

/** Class files for workers that miss a class. */
final class ClassFiles {
  private ClassFiles() {}

  /** The file of a class from the first loader that has it; empty when none has. */
  static byte[] find(String name, List<ClassLoader> loaders) {
    var path = name.replace('.', '/') + ".class";
    for (var loader : loaders) {
      try (var file = loader.getResourceAsStream(path)) {
        if (file != null) {
          return file.readAllBytes();
        }
      } catch (IOException e) {
        return new byte[0]; // the worker says which class it misses
      }
    }
    return new byte[0];
  }
}
