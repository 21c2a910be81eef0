package hospital.wardbell.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read of an entry, and asked for it, by the form of each directory. No AD is asked here.
class KindTest {
  private static final byte[] GUID = {
    (byte) 0x9f,
    0x28,
    0x29,
    0x2a,
    0x5c,
    0,
    0x42,
    0x41,
    0x10,
    0x11,
    0x12,
    0x13,
    0x14,
    0x15,
    0x16,
    0x17
  };

  @Test
  void the_key_of_an_ad_entry_is_its_guid_octet_by_octet_and_finds_it_again() {
    Entry entry = new Entry("CN=Dana,DC=hospital,DC=example", new Attribute("objectGUID", GUID));

    String key = Kind.AD.key(entry).orElseThrow();

    assertThat(key).isEqualTo("9f28292a5c0042411011121314151617");
    assertThat(Kind.AD.keyed(key).getAssertionValueBytes()).isEqualTo(GUID);
    assertThat(Kind.AD.keyed(key).toNormalizedString()).contains("\\28\\29\\2a\\5c\\00");
  }

  @Test
  void a_key_of_another_directory_finds_nobody_in_ad() {
    String uuid = "c93816e8-7ea3-1041-949f-df9677144278";

    assertThat(Kind.AD.keyed(uuid).getAssertionValue()).isEqualTo(uuid);
  }

  @ParameterizedTest
  @CsvSource({"512, false", "514, true", "66050, true", "66048, false", "none, false"})
  void the_second_bit_of_ads_account_control_disables(String control, boolean disabled) {
    Entry entry =
        new Entry("CN=Dana,DC=hospital,DC=example", new Attribute("userAccountControl", control));

    assertThat(Kind.AD.isDisabled(entry)).isEqualTo(disabled);
  }

  @Test
  void who_is_locked_for_good_by_openldaps_policy_is_disabled_and_for_a_while_is_not() {
    assertThat(Kind.OPENLDAP.isDisabled(locked("000001010000Z"))).isTrue();
    assertThat(Kind.OPENLDAP.isDisabled(locked("20261127090000Z"))).isFalse();
  }

  private static Entry locked(String since) {
    return new Entry(
        "uid=dana,dc=hospital,dc=example", new Attribute("pwdAccountLockedTime", since));
  }

  @Test
  void groups_in_groups_are_asked_for_by_ads_own_rule_whatever_the_group_is_called()
      throws Exception {
    assertThat(Roll.inChain(new DN("CN=Ward (3*),DC=hospital,DC=example")).toString())
        .isEqualTo(
            "(memberOf:1.2.840.113556.1.4.1941:=CN=Ward \\283\\2a\\29,DC=hospital,DC=example)");
  }

  @Test
  void groups_that_hold_one_another_are_walked_once() throws Exception {
    DN one = new DN("cn=one");
    DN two = new DN("cn=two");
    DN dana = new DN("uid=dana");
    Map<DN, List<DN>> members = Map.of(one, List.of(two), two, List.of(one, dana));

    assertThat(Members.within(members, one)).containsExactlyInAnyOrder(two, dana);
    assertThat(Members.within(members, two)).containsExactlyInAnyOrder(one, dana);
  }
}
