//! Plans under version control: two branches are merged by Git with the driver that the README names.

#![allow(clippy::unwrap_used, reason = "a test that cannot run Git has failed")]

use std::path::Path;
use std::process::{Command, Output};

/// A repository whose plans are merged by the program under test.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.git(&["config", "user.name", "Anna"]);
        repository.git(&["config", "user.email", "anna@example.org"]);
        // The lines that the README tells, with the program where it was built.
        let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
        let lines: Vec<&str> =
            readme.lines().filter(|line| line.contains("merge.hallplan.driver") || line.contains(".gitattributes")).collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        for line in lines {
            let line = line.replace("\"hallplan merge", &format!("\"'{}' merge", env!("CARGO_BIN_EXE_hallplan")));
            assert!(repository.run("sh", &["-c", &line]).status.success(), "{line}");
        }
        repository
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(program);
        command.current_dir(self.0.path()).args(arguments);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("LANG", "C").env("LC_ALL", "C");
        command.output().unwrap()
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) {
        let output = self.run("git", arguments);
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Adds booths to the plan and commits it.
    #[track_caller]
    fn add(&self, from: &str, booths: &str) {
        let table = format!("number,x,y,width,depth,rotation,exhibitor,status\n{booths}\n");
        std::fs::write(self.0.path().join("booths.csv"), table).unwrap();
        let arguments = ["import", from, "--booths", "booths.csv", "--hall", "East", "-o", "show.hallplan"];
        let output = self.run(env!("CARGO_BIN_EXE_hallplan"), &arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        self.git(&["add", "show.hallplan", ".gitattributes"]);
        self.git(&["commit", "--quiet", "-m", booths]);
    }

    /// The numbers of the plan's booths.
    fn numbers(&self) -> Vec<String> {
        let plan = hallplan::file::read(&std::fs::read_to_string(self.0.path().join("show.hallplan")).unwrap()).unwrap();
        plan.booths_by_number().filter_map(|id| plan.get(id)).map(|booth| booth.number.to_string()).collect()
    }
}

#[test]
#[ignore = "needs git"]
fn two_branches_of_a_plan_are_merged_with_the_driver_of_the_readme() {
    let repository = Repository::new();
    repository.add("-", "A1,0,0,3,3,0,Acme,paid");
    repository.git(&["checkout", "--quiet", "-b", "colleague"]);
    repository.add("show.hallplan", "B1,10,0,3,3,0,Synology,reserved");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.add("show.hallplan", "C1,20,0,3,3,0,QNAP,paid");
    repository.git(&["merge", "--quiet", "-m", "both", "colleague"]);
    assert_eq!(repository.numbers(), ["A1", "B1", "C1"]);
    assert!(repository.run("git", &["status", "--porcelain", "--untracked-files=no"]).stdout.is_empty());

    // Both give the number D1 away.
    repository.git(&["checkout", "--quiet", "colleague"]);
    repository.git(&["merge", "--quiet", "main"]);
    repository.add("show.hallplan", "D1,30,0,3,3,0,,");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.add("show.hallplan", "D1,30,10,3,3,0,,");
    let merge = repository.run("git", &["merge", "-m", "both again", "colleague"]);
    let told = String::from_utf8_lossy(&merge.stdout).into_owned() + &String::from_utf8_lossy(&merge.stderr);
    assert!(!merge.status.success() && told.contains("CONFLICT"), "{told}");
    assert!(told.contains("its number D1 is now another booth’s"), "{told}");
    assert_eq!(repository.numbers(), ["A1", "B1", "C1", "D1", "D2"], "nothing is lost meanwhile, and the file can be opened");
}
