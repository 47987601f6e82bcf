package speedup.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import speedup.concept.lesson.Lesson;
import speedup.ui.Messages;
import speedup.ui.Theme;

/** Puts the notes of all steps of a lesson on paper. JavaFX thread only. */
final class NotesPrinter {
  /** Points of the letters on paper. */
  private static final double LETTERS = 11;

  private NotesPrinter() {}

  /**
   * Asks for a printer, and prints.
   *
   * @return a sentence that says what became of it; empty where the person changed their mind
   */
  static String print(Lesson lesson, Window owner) {
    if (Printer.getDefaultPrinter() == null) {
      return Messages.get("lesson.print.none");
    }
    var job = PrinterJob.createPrinterJob();
    if (job == null) {
      return Messages.get("lesson.print.none");
    }
    job.getJobSettings().setJobName(lesson.title());
    if (!job.showPrintDialog(owner)) {
      job.cancelJob();
      return "";
    }
    var paper = job.getJobSettings().getPageLayout();
    var pages = pages(lesson, paper.getPrintableWidth(), paper.getPrintableHeight());
    var good = pages.stream().allMatch(page -> job.printPage(paper, page)) && job.endJob();
    return good
        ? Messages.get("lesson.print.sent", pages.size(), job.getPrinter().getName())
        : Messages.get("lesson.print.failed", job.getPrinter().getName());
  }

  /** The notes of all steps, as many as there is room for on a page of this size. */
  static List<VBox> pages(Lesson lesson, double width, double height) {
    var pages = new ArrayList<VBox>();
    for (var number = 0; number < lesson.steps().size(); number++) {
      var sheet = new NotesSheet(lesson, number);
      if (!pages.isEmpty()) {
        var page = pages.getLast();
        page.getChildren().add(sheet);
        if (heightOf(page, width) <= height) {
          continue;
        }
        page.getChildren().remove(sheet);
      }
      var page = new VBox(sheet);
      new Scene(page);
      page.getStyleClass().add("notes-page");
      page.setStyle("-fx-font-size: %spx;".formatted(LETTERS));
      Theme.styleSheetOf(page.getScene());
      page.setPrefWidth(width);
      page.setMaxWidth(width);
      pages.add(page);
    }
    pages.forEach(page -> heightOf(page, width));
    return pages;
  }

  private static double heightOf(VBox page, double width) {
    page.applyCss();
    var height = page.prefHeight(width);
    page.resize(width, height);
    page.layout();
    return height;
  }
}
