package speedup;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house, and who may enter which. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("speedup");

  /**
   * A room.
   *
   * @param name its package under {@code speedup}
   * @param because why it may import no more
   * @param mayImport other rooms, or packages in them
   */
  record Room(String name, String because, List<String> mayImport) {
    @Override
    public String toString() {
      return name + " may import " + mayImport;
    }

    String[] allowed() {
      return Stream.concat(Stream.of(name), mayImport.stream())
          .map(room -> "speedup." + room + "..")
          .toArray(String[]::new);
    }
  }

  private static Room room(String name, String because, String... mayImport) {
    return new Room(name, because, List.of(mayImport));
  }

  static List<Room> rooms() {
    return List.of(
        room("settings", "every room above the library may ask what the person chose"),
        room("measure", "measurements are values that every room can hold"),
        room("scaling", "laws and fits are pure functions of measured times", "measure"),
        room("wire", "it can be lifted out as a library", "shm"),
        room("shm", "it can be lifted out as a library"),
        room("ipc", "it can be lifted out as a library", "wire", "shm"),
        room(
            "pool",
            "it gets its launcher handed in and can be lifted out",
            "wire",
            "shm",
            "measure"),
        room(
            "worker",
            "a worker process starts fast because it loads little",
            "wire",
            "shm",
            "ipc",
            "pool.task",
            "workload"),
        room("manager", "it stands on the whole library", "ipc", "pool", "wire", "shm"),
        room("workload", "a workload runs on any engine, so it knows none", "ipc"),
        room(
            "concept",
            "stages use what the library offers to everybody",
            "pool",
            "manager",
            "ipc",
            "measure"),
        room("python", "it speaks to a script and tells what happens, whatever is run", "measure"),
        room(
            "experiment",
            "requests come down and values go up; it knows nobody above it",
            "settings",
            "pool",
            "python",
            "workload",
            "measure",
            "scaling"),
        room(
            "check",
            "it tries each part of the library once, and says what came of it",
            "pool",
            "shm",
            "python",
            "measure"),
        room(
            "plot",
            "a chart is drawn from measured values, in a window or without one",
            "measure",
            "scaling"),
        room("history", "it keeps what experiments found", "experiment", "measure", "scaling"),
        room(
            "report",
            "it makes files of what was kept, in a window or without one",
            "history",
            "experiment",
            "measure",
            "scaling",
            "plot"),
        room(
            "cli",
            "it asks for experiments and never touches processes itself",
            "settings",
            "experiment",
            "history",
            "report",
            "workload",
            "concept",
            "plot",
            "scaling",
            "measure"),
        room(
            "ui",
            "it asks for experiments and never touches processes itself",
            "settings",
            "check",
            "experiment",
            "history",
            "report",
            "workload",
            "concept",
            "plot",
            "scaling",
            "measure"));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void importsOnlyTheRoomsBelowIt(Room room) {
    check(
        classes()
            .that()
            .resideInAPackage("speedup." + room.name() + "..")
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage("speedup..").or(resideInAnyPackage(room.allowed())))
            .because(room.because()));
  }

  @Test
  void everyClassHasARoom() {
    var packages =
        Stream.concat(Stream.of("app"), rooms().stream().map(Room::name))
            .map(name -> "speedup." + name + "..")
            .toArray(String[]::new);

    check(
        classes()
            .should()
            .resideInAnyPackage(packages)
            .because("a class outside of the rooms would be outside of their rules"));
  }

  @Test
  void roomsDoNotImportEachOther() {
    check(
        slices()
            .matching("speedup.(*)..")
            .should()
            .beFreeOfCycles()
            .because("requests travel down and events come back as values"));
  }

  @Test
  void poolDoesNotNameTheWorker() {
    check(
        noClasses()
            .that()
            .resideInAPackage("speedup.pool..")
            .should()
            .dependOnClassesThat(resideInAPackage("speedup.worker.."))
            .because("app hands the pool a launcher, and tests hand it a loopback"));
  }

  @Test
  void onlyTheWindowUsesJavaFx() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("speedup.ui..", "speedup.app..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "javafx..", "atlantafx..", "org.kordamp.ikonli..", "org.fxmisc.."))
            .because("the command line and the workers start without a window system"));
  }

  @Test
  void whatTheViewsShareKnowsNoView() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("speedup.ui.view..", "speedup.ui.form..", "speedup.ui.fx..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "speedup.ui.run..",
                    "speedup.ui.scaling..",
                    "speedup.ui.timeline..",
                    "speedup.ui.mycode..",
                    "speedup.ui.history.."))
            .because("a view may change without the others"));
  }

  @Test
  void onlyTheCommandLineUsesPicocliAndOnlyHistoryAndPythonJackson() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("speedup.cli..", "speedup.app..")
            .should()
            .dependOnClassesThat(resideInAPackage("picocli.."))
            .because("arguments are read in one place"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("speedup.history..", "speedup.python..", "speedup.settings..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
            .because(
                "there is one JSON form of a run and one of settings, and Python is spoken to in"
                    + " JSON"));
  }

  @Test
  void onlyWorkloadsAndTheHistoryUseADatabase() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("speedup.workload..", "speedup.history..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb.."))
            .because("rows are the input of a workload, and one room keeps runs in a database"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("speedup.workload..", "speedup.history..")
            .should()
            .dependOnClassesThat(resideInAPackage("de.siegmar.fastcsv.."))
            .because("CSV is what workloads read and what runs are exported as"));
  }

  /** A room that holds no class yet keeps its rule. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
