package speedup.python;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Pythons for tests: the machine's own, and shell scripts that pretend to be one. */
public final class FakePython {
  private FakePython() {}

  /** The machine's own; the test is skipped where there is none. */
  public static Python real() throws PythonException {
    var finder = new PythonFinder();
    assumeTrue(finder.unavailable().isEmpty(), () -> finder.unavailable().orElseThrow());
    return finder.get();
  }

  /** A script with these lines. */
  public static Path script(Path folder, String lines) throws IOException {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "the fakes are shell scripts");
    var file = folder.resolve("fake-python");
    Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  /** A script that answers as a good Python when asked who it is, and else does something. */
  public static Path goodUntilUsed(Path folder, String use) throws IOException {
    return script(
        folder,
        "if [ \"$1\" = -E ]; then printf 'speedup 3.12.0\\n\\n%s\\n' \"$0\"; exit; fi\n" + use);
  }
}
