package dev.mixpaneldata.testkit.dataset;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The profiles of the people who signed up and were seen. */
final class Profiles {

  private static final String[] NAMES = {
    "Asha", "Jörg", "Chloë", "太郎", "Maria da Conceição", "O\\\"Neill", "Zoë 🌻"
  };
  private static final int AVERAGE_ORDER_HUNDREDTHS = 4_999;

  private Profiles() {}

  static List<Profile> of(Population population, Visits visits, LocalDate from) {
    List<Profile> profiles = new ArrayList<>();
    for (int index = 0; index < population.users(); index++) {
      Person person = population.person(index);
      long lastSeen = visits.lastSeenMillis(index);
      if (lastSeen > 0 && population.isUser(person)) {
        LocalDate created = from.plusDays(person.firstDay());
        String json = json(person, created, lastSeen, visits.orders(index));
        profiles.add(Profile.made(person.userId(), json));
      }
    }
    return profiles;
  }

  private static String json(Person person, LocalDate created, long lastSeen, int orders) {
    LineBuffer out = new LineBuffer(512);
    out.add("{\"$distinct_id\":\"").add(person.userId());
    out.add("\",\"$properties\":{\"$email\":\"").add(person.userId());
    out.add("@example.com\",\"$name\":\"").add(NAMES[person.index() % NAMES.length]);
    out.add("\",\"$created\":\"").add(created + "T00:00:00");
    out.add("\",\"$last_seen\":\"").add(Texts.dateTime(lastSeen));
    out.add("\",\"$city\":\"").add(person.city());
    out.add("\",\"$region\":\"").add(person.country().region);
    out.add("\",\"$country_code\":\"").add(person.country().code);
    out.add("\",\"$os\":\"").add(person.platform().system);
    out.add("\",\"plan\":\"").add(person.plan());
    out.add("\",\"orders\":").add(orders).add(",\"lifetime value\":");
    out.addHundredths((long) orders * AVERAGE_ORDER_HUNDREDTHS);
    out.add(",\"is member\":").add(person.index() % 4 == 0 ? "true" : "false");
    out.add(",\"interests\":[\"running\",\"café-crème\"],\"address\":{\"zip\":\"01234\"}");
    out.add(",\"referred by\":null}}");
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }
}
