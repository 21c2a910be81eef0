package hospital.wardbell.settings;

import hospital.wardbell.base.NetworkCode;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// Which values each setting may have, in words for the person who sets it.
final class Lawful {
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,30}");
  private static final Pattern NUMBER_AS_WRITTEN = Pattern.compile("[+(]?[0-9][0-9 ().-]{2,24}");
  private static final Pattern DAYS = Pattern.compile("[1-9]|[12][0-9]|30");
  private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,4}");
  private static final int OF_DAY = 24 * 60;
  private static final Pattern TEAMS = Pattern.compile("|[0-9a-f]{32}(,[0-9a-f]{32}){0,29}");

  private static final Pattern SWITCH = Pattern.compile("on|off");
  private static final Pattern HOUR_OR_OFF = Pattern.compile("[0-9]|1[0-9]|2[0-3]|off");

  private static final Pattern STATE = Pattern.compile("|[A-Z]{2}");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,4}");
  private static final Pattern TARGET =
      Pattern.compile(
          "|/[^\\p{Cntrl}]{0,200}"
              + "|sftp://[A-Za-z0-9._-]{1,60}@[A-Za-z0-9.:\\[\\]-]{1,120}/[^\\p{Cntrl}?#]{0,200}");

  private static final Pattern DUTIES =
      Pattern.compile("|(care|privacy|audit|box)(,(care|privacy|audit|box)){0,3}");

  private Lawful() {}

  /// @throws IllegalArgumentException says what is lawful
  static void require(Settings.Key key, String value) {
    boolean lawful =
        switch (key) {
          case HOSPITAL_NAME -> NAME.matcher(value).matches() && value.strip().equals(value);
          case CALL_BACK -> NUMBER_AS_WRITTEN.matcher(value).matches();
          case ZONE -> ZoneId.getAvailableZoneIds().contains(value);
          case ANSWER_DAYS -> DAYS.matcher(value).matches();
          case LINE_PATIENCE, STALE, ALERT_PATIENCE -> isMinutes(value, 1, OF_DAY);
          case OUTAGE -> isMinutes(value, 15, 7 * OF_DAY);
          case LINE_TEAMS -> TEAMS.matcher(value).matches();
          case PER_MINUTE, PER_HOUR, PER_DAY, RECIPIENTS_PER_DAY, RECIPIENTS_PER_MONTH ->
              isCap(value);
          case SENDING, ANSWER_CALLS, BACKUP_KEYRING, RETENTION_CHECKED, TRAINING_REQUIRED ->
              SWITCH.matcher(value).matches();
          case BREAK_GLASS_MINUTES -> isNumber(value, 15, 60);
          case BREAK_GLASS_REVIEW -> isNumber(value, 1, 720);
          case SELF_TEST_HOUR, BACKUP_HOUR, RETENTION_HOUR -> HOUR_OR_OFF.matcher(value).matches();
          case BALANCE_CODE -> isCodeOrOff(value);
          case BACKUP_TARGET -> TARGET.matcher(value).matches();
          case BACKUP_NEWEST -> isNumber(value, 1, 100);
          case BACKUP_DAILY -> isNumber(value, 1, 366);
          case BACKUP_WEEKLY -> isNumber(value, 0, 520);
          case BACKUP_MONTHLY -> isNumber(value, 0, 240);
          case REVIEW_DAY_BEGINS -> isNumber(value, 0, 23);
          case REVIEW_DAY_ENDS -> isNumber(value, 1, 24);
          case REVIEW_MANY -> isNumber(value, 2, 1_000);
          case SESSIONS_CARE, SESSIONS_PRIVACY, SESSIONS_AUDIT, SESSIONS_BOX ->
              isSessionTimes(value);
          case PASSKEY_DUTIES -> DUTIES.matcher(value).matches();
          case RETENTION_STATE -> STATE.matcher(value).matches();
          case RETENTION_ADULT -> value.isEmpty() || isNumber(value, 1, 100);
          case RETENTION_MINOR -> value.isEmpty() || isNumber(value, 18, 100);
          case RETENTION_RAW -> isNumber(value, 1, 100);
          case TRAINING_MONTHS -> isNumber(value, 1, 36);
        };
    if (!lawful) {
      throw new IllegalArgumentException(words(key));
    }
  }

  private static boolean isMinutes(String value, int least, int most) {
    return MINUTES.matcher(value).matches() && isNumber(value, least, most);
  }

  private static boolean isNumber(String value, int least, int most) {
    return NUMBER.matcher(value).matches()
        && Integer.parseInt(value) >= least
        && Integer.parseInt(value) <= most;
  }

  private static boolean isCap(String value) {
    try {
      Cap.parse(value);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isSessionTimes(String value) {
    try {
      SessionTimes _ = SessionTimes.parse(value);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String words(Settings.Key key) {
    return switch (key) {
      case HOSPITAL_NAME ->
          "The hospital's name is 1 to 30 characters, with no space before or after.";
      case CALL_BACK -> "The call-back number is 3 to 26 digits, spaces and ( ) . - signs.";
      case ZONE -> "The zone is an IANA name, such as America/New_York.";
      case SENDING -> "Sending is on or off.";
      case REVIEW_DAY_BEGINS -> "The working day begins at an hour from 0 to 23.";
      case REVIEW_DAY_ENDS -> "The working day ends at an hour from 1 to 24.";
      case REVIEW_MANY -> "Many conversations in an hour are a number from 2 to 1000.";
      case ANSWER_DAYS -> "The days to answer are a number from 1 to 30.";
      case LINE_PATIENCE -> "The minutes until another line takes over are 1 to 1440.";
      case OUTAGE -> "The minutes without any line that make an outage are 15 to 10080.";
      case STALE -> "The minutes after which a text is old are 1 to 1440.";
      case LINE_TEAMS -> "The teams are up to 30 ids with commas between, or nothing.";
      case PER_MINUTE, PER_HOUR, PER_DAY, RECIPIENTS_PER_DAY, RECIPIENTS_PER_MONTH ->
          "A limit is 1 to 100000, with a reserve if one is wanted, such as 200+20; or off.";
      case SESSIONS_CARE, SESSIONS_PRIVACY, SESSIONS_AUDIT, SESSIONS_BOX ->
          "Minutes until a session is locked, until it ends, and until it ends in any case, such as 10/30/480: at most 15/60/720, each not less than the one before.";
      case PASSKEY_DUTIES ->
          "The duties that need a passkey are care, privacy, audit and box, with commas between, or nothing.";
      case ANSWER_CALLS -> "Answering calls is on or off.";
      case SELF_TEST_HOUR -> "The hour of the self-test is a number from 0 to 23, or off.";
      case BACKUP_HOUR -> "The hour of the backup is a number from 0 to 23, or off.";
      case BACKUP_TARGET ->
          "The target is a directory's whole path, or sftp://user@host:port/path, or nothing.";
      case BACKUP_NEWEST -> "The newest backups that are kept are a number from 1 to 100.";
      case BACKUP_DAILY -> "The days of which a backup is kept are a number from 1 to 366.";
      case BACKUP_WEEKLY -> "The weeks of which a backup is kept are a number from 0 to 520.";
      case BACKUP_MONTHLY -> "The months of which a backup is kept are a number from 0 to 240.";
      case BACKUP_KEYRING -> "Keeping a copy of the keyring is on or off.";
      case RETENTION_STATE -> "The state is two capital letters, such as AZ, or nothing.";
      case RETENTION_ADULT -> "The years for adults are a number from 1 to 100, or nothing.";
      case RETENTION_MINOR -> "The age for minors is a number from 18 to 100, or nothing.";
      case RETENTION_RAW -> "The years for what became no message are a number from 1 to 100.";
      case RETENTION_CHECKED -> "That the figures were checked is on or off.";
      case RETENTION_HOUR -> "The hour of the proposal is a number from 0 to 23, or off.";
      case ALERT_PATIENCE -> "The minutes until others are told of an alert are 1 to 1440.";
      case BREAK_GLASS_MINUTES -> "The minutes of break-glass are a number from 15 to 60.";
      case BREAK_GLASS_REVIEW -> "The hours until a review are a number from 1 to 720.";
      case TRAINING_REQUIRED -> "That training is required is on or off.";
      case TRAINING_MONTHS -> "The months until training is due again are 1 to 36.";
      case BALANCE_CODE -> "The balance code is as one would dial it, such as *100#, or off.";
    };
  }

  /// @throws IllegalArgumentException says why a code may not be asked
  private static boolean isCodeOrOff(String value) {
    return value.equals(Settings.OFF) || new NetworkCode(value).digits().equals(value);
  }
}
