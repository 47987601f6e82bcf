package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkloadWordsTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void areThereInGermanForEveryWordOfEveryWorkloadAndForNothingElse() {
    var wanted = new TreeSet<String>();
    for (var workload : Workloads.all()) {
      var id = workload.id();
      wanted.add(id + ".title");
      wanted.add(id + ".summary");
      for (var parameter : workload.parameters()) {
        wanted.add(id + "." + parameter.id());
        wanted.add(id + "." + parameter.id() + ".help");
        if (parameter instanceof Parameter.Choice choice) {
          choice.values().forEach(value -> wanted.add("choice." + value));
        }
      }
      for (var preset : workload.presets()) {
        wanted.add(id + ".preset." + preset.id());
        wanted.add(id + ".preset." + preset.id() + ".lesson");
      }
    }
    var german = ResourceBundle.getBundle("speedup.workload.words", Locale.GERMAN);
    assertEquals(wanted, new TreeSet<>(german.keySet()));
  }

  @Test
  void areThoseOfTheClassInEnglishAndWhereNobodyTranslatedThem() {
    var primes = Workloads.byId("primes-file").orElseThrow();
    assertEquals(primes.title(), WorkloadWords.title(primes));
    Locale.setDefault(Locale.GERMANY);
    assertEquals("Primzahlen in einer Datei", WorkloadWords.title(primes));
    assertEquals("kelvin", WorkloadWords.choice("kelvin"));
  }
}
