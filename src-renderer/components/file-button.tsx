/** A button that lets the person choose a file. */
export function FileButton(props: {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label className="button">
      {props.label}
      <input
        type="file"
        accept={props.accept}
        className="unseen"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) props.onFile(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
