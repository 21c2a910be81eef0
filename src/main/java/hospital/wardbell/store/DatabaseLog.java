package hospital.wardbell.store;

import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the database engine writes its diary: keeps the code of each error and drops the rest.
///
/// The rest may be a damaged page in the clear, or a statement with what a patient wrote. Public,
/// with a static maker, because the engine finds it by name.
public final class DatabaseLog extends Writer {
  private static final Logger LOG = System.getLogger(DatabaseLog.class.getName());
  private static final Pattern ERROR = Pattern.compile("\\bERROR ([0-9A-Z]{5})\\b");

  private DatabaseLog() {}

  public static Writer open() {
    return new DatabaseLog();
  }

  @Override
  public void write(char[] buffer, int offset, int length) {
    Matcher error = ERROR.matcher(new String(buffer, offset, length));
    while (error.find()) {
      LOG.log(Level.WARNING, "the database engine reported error {0}", error.group(1));
    }
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
