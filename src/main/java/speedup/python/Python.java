package speedup.python;

import java.nio.file.Path;

/**
 * A Python that can run the workers.
 *
 * @param executable the interpreter itself, not a script that looks for one
 * @param version such as {@code 3.12.4}
 */
public record Python(Path executable, String version) {}
