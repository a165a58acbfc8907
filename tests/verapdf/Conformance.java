// Answers, for one file at a time, which rules of a conformance profile it breaks.
//
// Reads lines "profile TAB path" from standard input. Answers each with a line
// "broken TAB clause-test TAB times TAB message" per broken rule, then with
// "conforms" or "breaks", TAB and the number of rules looked at; or with
// "unreadable TAB reason". Profiles: 3a, 3u, 3b and ua1.
//
// The profiles are read as plain XML: the engine's own loader needs JAXB, which the
// engine comes without and which Java no longer has.

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Conformance {
    private static final String FOLDER = "org/verapdf/pdfa/validation/";
    private static final Map<String, String> FILES = Map.of(
        "3a", "PDFA-3A.xml", "3u", "PDFA-3U.xml", "3b", "PDFA-3B.xml", "ua1", "PDFUA-1.xml");
    private static final Map<String, ValidationProfile> READ = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // whatever the engine prints is no answer
        BufferedReader in = new BufferedReader(
            new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split("\t", 2);
            try {
                answer(parts[0], parts[1], out);
            } catch (Exception problem) {
                out.println("unreadable\t" + oneLine(problem.toString()));
            }
        }
    }

    private static void answer(String name, String path, PrintStream out) throws Exception {
        ValidationProfile profile = profile(name);
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (PDFAParser file = Foundries.defaultInstance().createParser(
                new FileInputStream(path), flavour)) {
            ValidationResult result =
                ValidatorFactory.createValidator(profile, false).validate(file);
            Map<String, String> messages = new TreeMap<>();
            Map<String, Integer> times = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
                String rule = assertion.getRuleId().getClause() + "-"
                    + assertion.getRuleId().getTestNumber();
                messages.putIfAbsent(rule, oneLine(assertion.getMessage()));
                times.merge(rule, 1, Integer::sum);
            }
            messages.forEach((rule, message) ->
                out.println("broken\t" + rule + "\t" + times.get(rule) + "\t" + message));
            out.println((result.isCompliant() ? "conforms" : "breaks")
                + "\t" + profile.getRules().size());
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        if (!READ.containsKey(name)) READ.put(name, read(name));
        return READ.get(name);
    }

    private static ValidationProfile read(String name) throws Exception {
        Element root;
        try (InputStream xml = Conformance.class.getClassLoader()
                .getResourceAsStream(FOLDER + FILES.get(name))) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : all(root, "rule")) rules.add(rule(rule));
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                variable.getAttribute("name"), variable.getAttribute("object"),
                text(variable, "defaultValue"), text(variable, "value")));
        }
        return Profiles.profileFromValues(PDFAFlavour.byFlavourId(name),
            Profiles.profileDetailsFromValues(text(root, "name"), "", "", new Date(0)),
            "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        Boolean deferred = rule.hasAttribute("deferred")
            ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(rule, "message"), new ArrayList<>()),
            new ArrayList<>());
    }

    private static List<Element> all(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }

    private static String text(Element parent, String tag) {
        List<Element> found = all(parent, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
