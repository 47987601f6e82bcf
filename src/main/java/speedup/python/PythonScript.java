package speedup.python;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The script that ships with the program, as a file that a Python can read. */
record PythonScript(Path file) implements AutoCloseable {
  private static final String NAME = "workers.py";

  /** Writes it into a folder of its own, which only this user can read. */
  static PythonScript write() throws IOException {
    var folder = Files.createTempDirectory("speedup-python");
    var script = new PythonScript(folder.resolve(NAME));
    try (var shipped = PythonScript.class.getResourceAsStream(NAME)) {
      if (shipped == null) {
        throw new IOException("the program is not complete: %s is missing".formatted(NAME));
      }
      Files.copy(shipped, script.file());
    } catch (IOException e) {
      script.close();
      throw e;
    }
    return script;
  }

  /** Deletes its folder, with what Python left there, where the script did not. */
  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        file.getParent(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path one, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(one);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path one, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // the script deletes them itself as it ends
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
