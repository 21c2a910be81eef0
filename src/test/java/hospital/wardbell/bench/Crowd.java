package hospital.wardbell.bench;

import hospital.wardbell.json.JsonObject;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ClientSSLOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two hundred people at the console at once, from a program on the same two processors: each has a
/// live stream and opens a page every ten seconds, while texts arrive.
final class Crowd implements AutoCloseable {
  private static final Duration EACH = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TEXTS = Duration.ofSeconds(2);
  private static final int AT_ONCE = 2; // as many passwords are stretched at once
  private static final double MOST_MILLIS = 150;
  private static final double MOST_SIGN_IN_MILLIS = 400;
  private static final Pattern CONVERSATION = Pattern.compile("href=\"(/conversations/[^\"?]+)");

  private final Report report;
  private final RunningService service;
  private final BenchHome home;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClientAgent client;
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger wrong = new AtomicInteger();

  Crowd(Report report, RunningService service, BenchHome home) {
    this.report = report;
    this.service = service;
    this.home = home;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setUseAlpn(true));
  }

  /// @param people how many
  /// @param lasting how long they look at pages
  /// @param text a patient texts once
  void measure(int people, Duration lasting, Runnable text)
      throws IOException, InterruptedException {
    report.heading("%d people come in".formatted(people));
    List<Visitor> visitors = comeIn(people);
    visitors.forEach(Visitor::listen);
    List<String> pages = pages(visitors.getFirst());

    report.heading("Each opens a page every %d s".formatted(EACH.toSeconds()));
    double before = service.processorSeconds();
    walk(visitors, pages, lasting, text);
    double processor = (service.processorSeconds() - before) / lasting.toSeconds();
    write(visitors, lasting, processor);
  }

  private List<Visitor> comeIn(int people) throws InterruptedException {
    List<Double> whole = Collections.synchronizedList(new ArrayList<>());
    List<Visitor> visitors = Collections.synchronizedList(new ArrayList<>());
    Visitor alone = one(0, whole);
    whole.clear(); // the service's very first
    visitors.add(alone);
    for (int i = 1; i <= people / 10; i++) {
      visitors.add(one(i, whole));
    }
    Sample single = new Sample(whole.stream().mapToDouble(Double::doubleValue).toArray());
    report.add(
        Figure.of(
                "sign-in, both steps and the first page, 95 %",
                "one at a time, the password's hash included", single.percentile(95), "ms")
            .within(MOST_SIGN_IN_MILLIS));
    try (ExecutorService doors = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Visitor>> coming = new ArrayList<>();
      for (int i = visitors.size(); i < people; i++) {
        int number = i;
        coming.add(doors.submit(() -> one(number, whole)));
      }
      for (Future<Visitor> visitor : coming) {
        visitors.add(get(visitor));
      }
    }
    return visitors;
  }

  private static Visitor get(Future<Visitor> visitor) throws InterruptedException {
    try {
      return visitor.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("somebody did not come in", e);
    }
  }

  private Visitor one(int number, List<Double> whole) {
    JsonObject account =
        service.ask(
            "user.add",
            new JsonObject()
                .put("login", "crowd%03d".formatted(number))
                .put("name", "Nurse %03d".formatted(number))
                .put("roles", List.of("nurse")));
    Visitor visitor = new Visitor(Visitor.await(client.connect(door())));
    whole.add(visitor.signIn(account).stream().mapToDouble(Double::doubleValue).sum());
    return visitor;
  }

  /// The home's certificate is from its own authority; what it is worth is not measured here.
  private HttpConnectOptions door() {
    return new HttpConnectOptions()
        .setHost("127.0.0.1")
        .setPort(home.console())
        .setSsl(true)
        .setProtocolVersion(HttpVersion.HTTP_2)
        .setSslOptions(
            new ClientSSLOptions()
                .setTrustAll(true)
                .setHostnameVerificationAlgorithm("")
                .setUseAlpn(true)
                .setApplicationLayerProtocols(List.of("h2")));
  }

  /// The inbox as often as all conversations together.
  private static List<String> pages(Visitor visitor) {
    Matcher found = CONVERSATION.matcher(Visitor.await(visitor.see("/inbox?v=all")).body());
    List<String> pages = new ArrayList<>();
    while (found.find()) {
      pages.add(found.group(1));
      pages.add("/inbox");
    }
    if (pages.isEmpty()) {
      throw new IllegalStateException("there is no conversation");
    }
    return pages;
  }

  private void walk(List<Visitor> visitors, List<String> pages, Duration lasting, Runnable text)
      throws InterruptedException {
    Random random = new Random(5);
    List<Long> timers = new ArrayList<>();
    for (Visitor visitor : visitors) {
      long first = 1 + random.nextLong(EACH.toMillis());
      timers.add(
          vertx.setPeriodic(
              first, EACH.toMillis(), _ -> look(visitor, pages.get(random.nextInt(pages.size())))));
    }
    long end = System.nanoTime() + lasting.toNanos();
    while (System.nanoTime() < end) {
      text.run();
      Patience.pass(BETWEEN_TEXTS);
    }
    timers.forEach(vertx::cancelTimer);
    Patience.pass(Duration.ofSeconds(1)); // the last answers
  }

  private void look(Visitor visitor, String page) {
    visitor
        .see(page)
        .onComplete(
            seen -> {
              millis.add(seen.millis());
              if (seen.status() != 200) {
                wrong.incrementAndGet();
              }
            },
            _ -> wrong.incrementAndGet());
  }

  private void write(List<Visitor> visitors, Duration lasting, double processor)
      throws IOException {
    Sample all = new Sample(millis.stream().mapToDouble(Double::doubleValue).toArray());
    String words = "%d people, %d s, HTTP/2".formatted(visitors.size(), lasting.toSeconds());
    double due = (double) visitors.size() * lasting.toSeconds() / EACH.toSeconds();
    report.add(
        Figure.of("pages opened, of those due", words, all.sorted().length / due, "x")
            .reaching(0.9));
    report.add(Figure.of("page, median", words, all.median(), "ms"));
    report.add(Figure.of("page, 95 %", words, all.percentile(95), "ms").within(MOST_MILLIS));
    report.add(Figure.of("page, 99 %", words, all.percentile(99), "ms"));
    report.add(Figure.of("pages that failed", words, wrong.get(), "").within(0));
    long deaf = visitors.stream().filter(visitor -> visitor.heard() == 0).count();
    report.add(Figure.of("live streams that heard nothing", words, (double) deaf, "").within(0));
    report.add(Figure.of("the service's processor, of one core", words, 100 * processor, "%"));
    report.add(Figure.of("the service's memory", words, service.residentMegabytes(), "MB"));
  }

  @Override
  public void close() {
    Visitor.await(vertx.close());
  }
}
