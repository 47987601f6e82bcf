package speedup.workload;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of a folder and of the folders in it. Nothing is opened; links are not followed, so
 * that no circle of links is endless and no file is read twice.
 *
 * @param folder the real place of the folder
 * @param names where the files are in it, with {@code /} between the parts, in the order of these
 *     texts
 * @param notes what was skipped and why, a sentence each
 */
record FolderFiles(Path folder, List<String> names, List<String> notes) {
  /** So many files are taken at most: their names have to fit into memory. */
  static final int MAX_FILES = 200_000;

  private static final int MAX_DEPTH = 64;
  private static final int FILES_BETWEEN_REPORTS = 1_000;

  /** Copies the lists. */
  FolderFiles {
    names = List.copyOf(names);
    notes = List.copyOf(notes);
  }

  /**
   * Which files and folders are meant.
   *
   * @param file tells of a file whether it is; asked with its place in the folder
   * @param folder tells of a folder in the folder whether to look into it
   * @param others what is said of the files that are not meant
   */
  record Wanted(Predicate<Path> file, Predicate<Path> folder, Skipped.Why others) {
    /** All that can be read. */
    static final Wanted ALL = new Wanted(_ -> true, _ -> true, Skipped.SPECIAL);
  }

  /**
   * The real place of a folder that a person gave.
   *
   * @param parameter id of the parameter that a problem is about
   * @throws InputException when there is no folder there
   */
  static Path realFolder(Path folder, String parameter) throws InputException {
    String problem;
    try {
      if (Files.isDirectory(folder) && Files.isReadable(folder)) {
        return folder.toRealPath();
      }
      problem =
          Files.isDirectory(folder)
              ? "%s may not be read; change its permissions or choose another folder"
              : Files.exists(folder)
                  ? "%s is a file; choose the folder that holds it"
                  : "there is no folder %s; check its name or choose another folder";
    } catch (IOException e) {
      problem = "%s cannot be read (" + NumberFile.reason(e) + "); choose another folder";
    }
    throw new InputException(parameter, problem.formatted(Words.file(folder)));
  }

  /**
   * Looks for files.
   *
   * @param folder a real place
   * @param parameter id of the parameter that a problem is about
   * @throws InputException when the folder cannot be read or holds too many files
   * @throws InterruptedException when the thread was interrupted
   */
  static FolderFiles of(Path folder, String parameter, Wanted wanted, Preparation preparation)
      throws InputException, InterruptedException {
    var walk = new Walk(folder, wanted, preparation);
    try {
      Files.walkFileTree(folder, Set.of(), MAX_DEPTH, walk);
    } catch (IOException e) {
      throw new InputException(
          parameter,
          "%s cannot be read (%s); check that it may be read, or choose another folder"
              .formatted(Words.file(folder), NumberFile.reason(e)));
    }
    if (walk.interrupted) {
      throw new InterruptedException();
    }
    if (walk.names.size() > MAX_FILES) {
      throw new InputException(
          parameter,
          Words.say(
              "%s holds more than %,d files; choose one of the folders in it",
              Words.file(folder), MAX_FILES));
    }
    walk.names.sort(null);
    return new FolderFiles(folder, walk.names, walk.skipped.notes());
  }

  /**
   * These, when there are any.
   *
   * @param given the folder as the person gave it
   * @param parameter id of its parameter
   * @param missing what is not there, such as {@code "file to search"}
   * @param wanted what a folder should have, such as {@code "text files"}
   * @throws InputException when there is no file; says what was skipped
   */
  FolderFiles orFail(Path given, String parameter, String missing, String wanted)
      throws InputException {
    if (!names.isEmpty()) {
      return this;
    }
    throw new InputException(
        parameter,
        "%s has no %s%s; choose a folder with %s"
            .formatted(
                Words.file(given),
                missing,
                notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")",
                wanted));
  }

  /** Goes through the folders. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Wanted wanted;
    private final Preparation preparation;
    private final Skipped skipped = new Skipped();
    private final List<String> names = new ArrayList<>();
    private long seen;
    private boolean interrupted;

    Walk(Path root, Wanted wanted, Preparation preparation) {
      this.root = root;
      this.wanted = wanted;
      this.preparation = preparation;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      if (Files.isHidden(folder)) {
        skipped.add(Skipped.HIDDEN, name(folder));
        return FileVisitResult.SKIP_SUBTREE;
      }
      // a junction, as Windows calls it, can lead in a circle as a link does
      if (attributes.isOther()) {
        skipped.add(Skipped.LINK, name(folder));
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!wanted.folder().test(folder)) {
        skipped.add(Skipped.OUTPUT, name(folder));
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (Thread.interrupted()) {
        interrupted = true;
        return FileVisitResult.TERMINATE;
      }
      if (seen++ % FILES_BETWEEN_REPORTS == 0) {
        preparation.progress(
            Double.NaN, "looking into " + Words.file(file.getParent().getFileName()));
      }
      var why = whySkipped(file, attributes);
      if (why != null) {
        skipped.add(why, name(file));
        return FileVisitResult.CONTINUE;
      }
      names.add(name(file));
      return names.size() > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private Skipped.Why whySkipped(Path file, BasicFileAttributes attributes) throws IOException {
      if (Files.isHidden(file)) {
        return Skipped.HIDDEN;
      } else if (attributes.isSymbolicLink()) {
        return Skipped.LINK;
      } else if (attributes.isDirectory()) {
        return Skipped.DEEP;
      } else if (!attributes.isRegularFile()) {
        return Skipped.SPECIAL;
      } else if (!wanted.file().test(file)) {
        return wanted.others();
      }
      return canBeNamed(file) ? null : Skipped.NAME;
    }

    /** Whether another process finds the file by the text of its name. */
    private boolean canBeNamed(Path file) {
      try {
        return root.resolve(name(file)).equals(file);
      } catch (InvalidPathException e) {
        return false; // told with the other names of this kind
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      if (failure instanceof FileSystemLoopException) {
        skipped.add(Skipped.LINK, name(file));
      } else if (!(failure instanceof NoSuchFileException)) {
        skipped.add(Skipped.UNREADABLE, name(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      if (failure != null) {
        skipped.add(Skipped.UNREADABLE, name(folder));
      }
      return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
      return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
  }
}
