import json
print('parse')
json.loads('{bad')

# exit: 1
# expect-error: json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: parse
