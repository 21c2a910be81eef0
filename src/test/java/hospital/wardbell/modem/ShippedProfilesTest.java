package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Boot.ModemLine;
import hospital.wardbell.ProfileFiles;
import hospital.wardbell.modem.Profile.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The profiles that come with the program are chosen by what modems say.
class ShippedProfilesTest {
  private final Profiles profiles =
      new ProfileFiles(Optional.empty())
          .of(
              new ModemLine(
                  "front",
                  "/dev/x",
                  Optional.empty(),
                  Optional.empty(),
                  Receiving.STORED,
                  Optional.empty()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wardbell|Practice modem|1.0|virtual",
        "Quectel|EC25|EC25EFAR06A06M4G|quectel-ec25",
        "Quectel|EG25|EG25GGBR07A08M2G|quectel-ec25",
        "Quectel|EG91|EG91EFBR06A05M4G|quectel-ec25",
        "Quectel|BG96|BG96MAR02A07M1G|quectel-bg96",
        "SIMCOM INCORPORATED|SIMCOM_SIM7600E-H|+CGMR: LE20B04SIM7600M22|simcom-sim7600",
        "INCORPORATED|A7670E-FASE|A7670M7_V1.11.1|simcom-a7670",
        "SIMCOM_Ltd|SIMCOM_SIM800L|Revision:1418B05SIM800L24|simcom-sim800",
        "huawei|E3372|21.180.01.00.00|huawei",
        "Huawei Technologies Co., Ltd.|+CGMM: ME909s-120|11.617.24.00.00|huawei",
        "Sierra Wireless, Incorporated|MC7455|SWI9X30C_02.33.03.00|sierra",
        "Sierra Wireless, Incorporated|EM7565|SWI9X50C_01.14.02.00|sierra",
        "Telit|LE910C1-EU|25.20.674|telit-le910c1",
        "MultiTech|MTC-LEU1|17.01.571|multitech",
        "u-blox|SARA-R410M-02B|L0.0.00.00.05.08|ublox-sara-r4",
        "u-blox|TOBY-L4906|40.02|ublox-toby-l4",
        "u-blox|LARA-R6001|00.11|ublox-lara-r6",
        "Cinterion|PLS8-E|REVISION 03.017|cinterion-pls8",
        "CINTERION|MC75i|REVISION 01.201|cinterion-mc75i",
        "QUALCOMM INCORPORATED|88|M6246|qualcomm-generic",
        "Acme|M1|1.0|generic-3gpp",
      })
  void a_modem_is_driven_by_the_profile_of_its_family(
      String maker, String model, String revision, String profile) throws Exception {
    StepClock clock = new StepClock();
    ScriptedLine modem =
        new ScriptedLine(clock)
            .on("AT+CGMI", maker, "OK")
            .on("AT+CGMM", model, "OK")
            .on("AT+CGMR", revision, "OK")
            .on("AT+CGSN", "860000000000015", "OK");

    Identity said = Identity.of(new AtDialogue(modem, clock, _ -> {}));

    assertThat(profiles.choose(said, Optional.empty()).name()).isEqualTo(profile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quectel-ec25", "quectel-bg96", "simcom-sim7600"})
  void reports_that_would_be_announced_where_they_are_not_are_wished_for_directly(String name) {
    assertThat(OwnProfile.shipped(name).announcing().reports()).startsWith(1).doesNotContain(2);
  }

  @Test
  void a_modem_that_hangs_where_its_speed_is_found_anew_is_told_ours() {
    assertThat(OwnProfile.shipped("simcom-sim800").commands())
        .extracting(Step::command)
        .contains("AT+IPR=" + Cable.USUAL.speed());
  }

  @Test
  void families_that_say_when_a_store_is_full_or_their_power_wrong_are_understood() {
    assertThat(OwnProfile.shipped("huawei").tells().storeFull().match("^SMMEMFULL: \"SM\""))
        .isTrue();
    assertThat(
            OwnProfile.shipped("quectel-ec25")
                .tells()
                .storeFull()
                .match("+QIND: \"smsfull\",\"SM\""))
        .isTrue();
    assertThat(OwnProfile.shipped("quectel-ec25").tells().storeFull().match("+QIND: SMS DONE"))
        .isFalse();
    assertThat(OwnProfile.shipped("simcom-sim800").tells().power().match("OVER-VOLTAGE WARNNING"))
        .isTrue();
  }
}
