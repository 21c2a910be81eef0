package hospital.wardbell.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// A PDF document that is written while it goes out: heading, sections, lines, and a foot with its
/// name and the page's number. Its letters are in the document, none is the machine's. One thread.
final class Paper implements AutoCloseable {
  private static final float MARGIN = 54;
  private static final float FOOT = 36;
  private static final float SMALL = 8;
  private static final float BODY = 10;
  private static final float LARGE = 13;
  private static final float TITLE = 18;

  private final Document document = new Document(PageSize.LETTER, MARGIN, MARGIN, MARGIN, MARGIN);
  private final BaseFont regular = face("Regular");
  private final BaseFont bold = face("Bold");
  private final Shapes shapes = new Shapes(regular::charExists);

  /// @param title of the document, also for programs that read it; nobody's name
  /// @param foot what stands at the left of each page's foot
  /// @param page the word before a page's number
  Paper(OutputStream out, String title, String language, String foot, String page) {
    try {
      PdfWriter writer = PdfWriter.getInstance(document, out);
      writer.setCloseStream(false);
      writer.setPageEvent(new Foot(shapes.printable(foot), page));
    } catch (DocumentException e) {
      throw new IllegalStateException("a new document takes a writer", e);
    }
    document.addTitle(title);
    document.addCreator("Wardbell");
    document.setDocumentLanguage(language);
    document.open();
    add(new Paragraph(TITLE * 1.3f, shapes.printable(title), new Font(bold, TITLE)));
  }

  private static BaseFont face(String which) {
    String name = "/liberation/LiberationSans-%s.ttf".formatted(which);
    try (InputStream in = Paper.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + name);
      }
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException("a font of the build cannot be used", e);
    }
  }

  void section(String words) {
    Paragraph paragraph =
        new Paragraph(LARGE * 1.4f, shapes.printable(words), new Font(bold, LARGE));
    paragraph.setSpacingBefore(LARGE);
    paragraph.setKeepTogether(true);
    add(paragraph);
  }

  /// A line of what is called `label`.
  void line(String label, String words) {
    Paragraph paragraph = new Paragraph(BODY * 1.4f);
    paragraph.add(new Chunk(shapes.printable(label + ": "), new Font(bold, BODY)));
    paragraph.add(new Chunk(shapes.printable(words), new Font(regular, BODY)));
    add(paragraph);
  }

  void text(String words) {
    add(new Paragraph(BODY * 1.4f, shapes.printable(words), new Font(regular, BODY)));
  }

  /// Something that was said or done: a small line of when and who, and its words below.
  void item(String head, String words) {
    Paragraph above = new Paragraph(SMALL * 1.5f, shapes.printable(head), new Font(bold, SMALL));
    above.setSpacingBefore(BODY / 2);
    add(above);
    text(words);
  }

  private void add(Paragraph paragraph) {
    try {
      document.add(paragraph);
    } catch (DocumentException e) {
      throw new IllegalStateException("an open document takes paragraphs", e);
    }
  }

  /// Writes what is left, and the table of what is where: without it there is no document.
  @Override
  public void close() {
    document.close();
  }

  /// Draws the foot of each page.
  private final class Foot extends PdfPageEventHelper {
    private final String words;
    private final String page;

    Foot(String words, String page) {
      this.words = words;
      this.page = page;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document on) {
      PdfContentByte content = writer.getDirectContent();
      content.beginText();
      content.setFontAndSize(regular, SMALL);
      content.showTextAligned(PdfContentByte.ALIGN_LEFT, words, on.left(), FOOT, 0);
      content.showTextAligned(
          PdfContentByte.ALIGN_RIGHT, page + " " + writer.getPageNumber(), on.right(), FOOT, 0);
      content.endText();
    }
  }
}
